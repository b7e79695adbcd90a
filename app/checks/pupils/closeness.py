"""Do words to a pupil ask for secrecy, show affection, or arrange to be alone with them?

Very few phrases, each hard to mean well: a single one counts only where no other reading is likely ("don't
tell your parents about us"), the softer ones only when two different sorts stand in one mail. Plays, poems,
lessons about relationships and about safety, surprises for a parent, and words in quotation marks are left
alone. What stays silent is far more than what speaks: this is no test of whether a message is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app import linear
from app.checks.words import Pattern, any_of, whole_any

_FAMILY = any_of("""
    (?:your |ur )?(?:mum|mam|mom|dad|parents?|mother|father|family|friends?|mates|nan|sister|brother)
    (?:your |ur )?teachers?
""")
_ANYONE = f"(?:{_FAMILY}|anyone|anybody|any one|the school|school|a soul)"
_HUSH = "(?:don't|dont|do not|never|you (?:can't|cannot|mustn't|must not)|please don't) (?:ever )?"
_PLAIN = whole_any(rf"""
    {_HUSH}(?:tell|say anything to|mention (?:it|this|that|us) to) (?:{_ANYONE}|him|her|them) (?:about|that) (?:us|we|me|our (?:chats?|messages?|meetings?|talks?|e-?mails?)|these (?:messages|e-?mails|chats)|i (?:gave|bought|messaged|texted))
    our (?:little|special) secrets?|keep (?:us|our (?:friendship|relationship|chats?|messages?)) (?:a )?(?:secret|to yourself|quiet|between us)
    delete (?:these|our|all (?:our|the|my)) (?:messages?|e-?mails?|chats?|texts?) (?:when|once|after|as soon as) (?:you(?:'ve| have)? read|reading)
    (?:no one|nobody) (?:else )?(?:needs|has|must) (?:to )?(?:ever )?know about us
    i (?:can't|cannot|cant) stop thinking (?:about|of) you|i(?:'m| am) (?:falling )?in love with you|i (?:really |do )?love you (?:so much|very much|too|more)
    you(?:'re| are| look| looked) (?:so |really |very |absolutely )?sexy|(?:i want to|i wish i could|i'd love to|let me) (?:kiss|cuddle|touch|hold) you(?: (?:close|tight|in my arms))?
    come (?:over |round |back )?to my (?:house|flat|place|home) (?:alone|on your own|tonight)|my (?:wife|husband|partner) is (?:away|out)[^.!?\n]{{0,30}}[.!,;] ?(?:so )?come
""")  # noqa: E501 - one phrase a line
_SECRECY = whole_any(rf"""
    (?:don't|dont|do not|never|please don't) (?:tell|show|mention (?:it|this|that) to|say (?:anything|a word) to|let) {_ANYONE}
    just between (?:us|you and me|the two of us|ourselves)|between you and me|our secret|keep (?:this|it) (?:a )?(?:secret|quiet|to yourself)
    delete (?:this|these|the) (?:messages?|e-?mails?|texts?)|(?:they|people|others|{_FAMILY}) (?:wouldn't|won't|would not) understand
""")  # noqa: E501 - one phrase a line
_AFFECTION = whole_any("""
    (?:i(?:'ve| have)? )?miss(?:ed|ing)? you (?:so much|loads|like crazy|every day|when you're not)|love you|thinking (?:about|of) you (?:all|a lot|so much|every|last night)
    you(?:'re| are| mean) (?:so |very |really )?(?:special|the world|everything|important) to me|you mean (?:so much|a lot|the world|everything) to me
    you(?:'re| are) (?:my favourite|not like the (?:others?|other (?:girls|boys|kids|pupils|students)))|more than (?:just )?(?:a|my) (?:pupil|student|teacher)|(?:so|very) (?:mature|grown[- ]up) for your age
    (?:hey|hi|hello|night|goodnight|morning|my|you're|thanks) (?:sweetheart|darling|babe|gorgeous|beautiful|princess|handsome)|hugs? and kisses|x{3,}
    you(?:'re| are| look| looked) (?:so |really |very |absolutely )?(?:gorgeous|beautiful|stunning)(?: (?:today|tonight|yesterday|in that))?|i love you
""")  # noqa: E501 - one phrase a line
_GIFT = whole_any("""
    (?:i've|i have|i) (?:got|bought|have|brought) (?:you )?(?:a|another|some|something|a little) (?:\\w+ )?(?:present|gift|something|treat|surprise)(?: for you)?|(?:i'll|i will|let me|i can) buy you
    (?:i'll|i will|let me) (?:give|lend|send) you (?:some|the|a bit of) (?:money|cash)|top up your phone|money for you
""")  # noqa: E501 - one phrase a line
_ALONE = whole_any("""
    just (?:the two of us|you and me|us two|us)|only (?:the two of us|you and me)|come (?:alone|on your own|by yourself)|meet (?:me |up )?(?:alone|in private|in secret|on your own|somewhere (?:quiet|private))
    (?:when|where|while) (?:no ?(?:one|body)(?: else)?|everyone(?: else)?|they) (?:is|are|'s|has|have|will be|'s all|can) (?:around|about|there|in|gone|home|left|see|hear)|in my car|(?:pick|collect) you up (?:in my car|from (?:home|yours|your house)|on my own)
    (?:at|to|in) my (?:house|flat|place)|(?:come|pop) (?:over|round) to (?:mine|my (?:house|flat|place))|lock the door
""")  # noqa: E501 - one phrase a line
_PRIVATE_CHANNEL = whole_any("""
    (?:message|text|add|call|ring|snap|dm|write to) me (?:on|at) (?:my )?(?:(?:own|private|personal|other) )?(?:snap(?:chat)?|insta(?:gram)?|whats ?app|discord|telegram|number|phone|mobile|account|e-?mail)
    not (?:on|from|use) (?:your|the) school (?:e-?mail|account)|use your (?:own|private|personal) (?:e-?mail|account|phone)
""")  # noqa: E501 - one phrase a line
_SORTS: dict[str, Pattern] = {
    "secrecy": _SECRECY,
    "affection": _AFFECTION,
    "gift": _GIFT,
    "alone": _ALONE,
    "private-channel": _PRIVATE_CHANNEL,
}
_LESSON = whole_any("""
    scripts?|scenes?|lines|rehears(?:e|al|als|ing)|plays?|drama|monologues?|characters?|auditions?|poems?|poetry|sonnets?|novels?|stor(?:y|ies)|chapters?|lyrics|songs?
    (?-i:RSE|RSHE|PSHE|SRE)|lessons?|assembl(?:y|ies)|worksheets?|essays?|quotes?|quotations?|quoted|set text|romeo|juliet|shakespeare|scenarios?|role[- ]?play|case stud(?:y|ies)
    grooming|online safety|e-?safety|safeguarding|nspcc|childline|ceop|healthy relationships?|consent workshop|homework on
""")  # noqa: E501 - one phrase a line
_SURPRISE = whole_any("""
    surpris\\w+|mother's day|father's day|mothers day|fathers day|birthday|party|raffle|fundrais\\w+|secret santa|christmas|leaving (?:card|do|present|gift)|prize|award|winner|results?|password|pin|login|answers?
    (?:for|from) (?:the|our|all) (?:class|year|team|staff|school)|(?:i |i'd )?love you all|you all|all of you|everyone|both of you
""")  # noqa: E501 - one phrase a line
_QUOTES = linear.compile('["\\x{201C}][^"\\x{201D}\n]{0,300}["\\x{201D}]')
_LONGEST = 50_000
_MOST, _MOST_QUOTES = 40, 500
_SORTS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Closeness:
    """Where it stands; `is_plain` when one phrase alone leaves no other reading."""

    places: tuple[tuple[int, int], ...]
    is_plain: bool


def find_closeness(own: str, subject: str) -> Closeness | None:
    """The phrases in the author's own text; None where there are none, or another reading is likely."""
    own = own[:_LONGEST]
    if _LESSON.search(own) or _LESSON.search(subject):
        return None
    text = _without_quotes(own)
    plain = list(_places(_PLAIN, text))
    heard = {sort: list(_places(pattern, text)) for sort, pattern in _SORTS.items()}
    soft = [place for places in heard.values() for place in places]
    if not plain and sum(map(bool, heard.values())) < _SORTS_NEEDED:
        return None
    if _SURPRISE.search(own):
        return None
    return Closeness(tuple(_apart(plain + soft)), bool(plain))


def _places(pattern: Pattern, text: str) -> Iterator[tuple[int, int]]:
    for match in islice(pattern.finditer(text), _MOST):
        yield match.span()


def _without_quotes(own: str) -> str:
    """The text with what stands in quotation marks blanked out, so that offsets stay."""
    parts, at = [], 0
    for match in islice(_QUOTES.finditer(own), _MOST_QUOTES):
        parts += [own[at : match.start()], " " * (match.end() - match.start())]
        at = match.end()
    return "".join((*parts, own[at:]))


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
