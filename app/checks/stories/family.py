"""Is this mail to one family?

Outlook knows of no link between a parent and a child. What tells a family: a private mailbox among the
readers, or a reader outside who is written to as a parent ("your son", "Dear parent") about school or care.
More than two such readers are no longer one family, and a mail that greets many is to no family at all.
"""

from app import linear
from app.checks.once import once_a_reading
from app.checks.stories.persons import name_words
from app.checks.stories.setting import speaks_of_work
from app.checks.wording.greeting import greeting_of
from app.checks.words import whole_any
from app.domain.audience import Belonging, Reader
from app.domain.draft import ReplyKind
from app.domain.reading import Reading

_PARENTS_AT_MOST = 2
_AS_PARENT = whole_any("""
    your (?:own )?(?:\\w+ )?(?:son|daughter|child|little (?:one|boy|girl))
    as (?:his|her|their) (?:parents?|mother|mum|father|dad|carers?|guardian)|parental (?:responsibility|consent)
    dear (?:parent|carer|mum|dad)(?:/carer| or carer)?|parents?(?:/carers?| and carers?| or carers?)? of
""")  # noqa: E501 - one phrase a line
_OF_ONE = whole_any("""
    parents?(?:/carers?| and carers?| or carers?)? of|parent(?:/carer| or carer)?|both
""")
_TALKED = whole_any("""
    as (?:we )?(?:discussed|agreed|said|explained)(?: \\w+){0,3}? (?:on|over|by) the (?:phone|telephone)
    (?:our|my|your|this|the) (?:phone |telephone )?(?:call|conversation|chat)(?: (?:earlier|today|yesterday|this \\w+|on \\w+))?
    (?:thank you|thanks) for (?:coming in|talking|speaking|meeting|your call|ringing|calling|your time)
    (?:when|as|after) we (?:spoke|met|talked)|further to our|following our|good to (?:speak|talk|meet)
    (?:thank you|thanks) for (?:your|the) (?:e-?mail|letter|message|note|question)|you (?:asked|wrote|told (?:us|me))
    (?:thank you|thanks) for (?:letting (?:us|me) know|telling (?:us|me)|raising|getting in touch|contacting|sharing)
    sorry to (?:hear|read|learn) (?:that|about|of|from you)|you (?:raised?|mention(?:ed)?|reported|rang|complained|described|were worried)
    your (?:\\w+ )?(?:complaint|concerns?|worr(?:y|ies)|query|report)|(?:in|as an) (?:answer|reply|response) to your
""")  # noqa: E501 - one phrase a line
_RE = linear.compile(r"(?i)^\s*re\s*:")
_SHARED = linear.compile(
    r"(?i)p[ts]f?a(?:[^a-z]|$)|^p[ts]f?a|(?:^|[^a-z])(?:friends of|committee|clubs?|group"
    r"|society|association|charity|reps|governors|choir|scouts|guides|brownies|cubs|fc)(?:[^a-z]|$)"
)


def _is_of_many(reader: Reader) -> bool:
    """Whether a private mailbox is shared: a parents' association, a club."""
    box = reader.recipient.mailbox
    return any(_SHARED.search(text) is not None for text in (box.name, box.address.partition("@")[0]))


@once_a_reading
def family_readers(reading: Reading) -> tuple[Reader, ...]:
    """The readers who are that family; none when the mail is not to one family."""
    webmail = [r for r in reading.audience.readers if r.belonging is Belonging.WEBMAIL]
    outside = [r for r in reading.audience.readers if r.belonging is Belonging.OUTSIDE]
    is_as_parent = _AS_PARENT.search(reading.own) is not None and speaks_of_work(reading.own)
    readers = webmail or (outside if is_as_parent else [])
    greeting = greeting_of(reading)
    to_many = greeting is not None and greeting.is_to_many and not _OF_ONE.search(greeting.whom)
    is_shared = any(map(_is_of_many, readers))
    return () if to_many or is_shared or len(readers) > _PARENTS_AT_MOST else tuple(readers)


def is_to_family(reading: Reading) -> bool:
    """Whether the mail is to one family."""
    return bool(family_readers(reading))


def is_raised(reading: Reading) -> bool:
    """Whether the mail opens a subject with the family: no answer, and nobody has spoken of it before."""
    texts = (reading.subject.clean, reading.own)
    is_answer = reading.draft.reply in {ReplyKind.REPLY, ReplyKind.REPLY_ALL} or _RE.search(texts[0])
    return is_to_family(reading) and not is_answer and not any(map(_TALKED.search, texts))


def family_words(reading: Reading) -> frozenset[str]:
    """The words of the family's own names: display names, addresses, and whom the mail greets."""
    words: set[str] = set()
    for reader in family_readers(reading):
        box = reader.recipient.mailbox
        words |= name_words(box.name) | name_words(box.address.partition("@")[0].replace(".", " "))
    greeting = greeting_of(reading)
    if greeting is not None:
        words |= name_words(greeting.whom)
    return frozenset(words)
