"""Is somebody's matter told in a private mailbox that is none of their family's?

A parent writes from a private mailbox, but so does a class representative, a volunteer, or oneself at home.
It is to a stranger when all whom the story is about are called by a full name or a title that no reader
shares, no child is named who may be the reader's own, and nothing greets, calls or addresses a parent. A
colleague's matter, told of by full name, is a stranger's whoever is greeted.
"""

from app.checks.stories.children import children_named, is_own_unnamed
from app.checks.stories.family import family_readers, family_words, is_to_family
from app.checks.stories.standing import Standing
from app.checks.stories.story import Story
from app.checks.wording.greeting import greeting_of
from app.checks.words import whole_any
from app.domain.draft import ReplyKind
from app.domain.reading import Matter, Reading

_LONGEST, _ONE_FAMILY = 20_000, 2
_PARENT = "parents?|carers?|mum|mam|mom|dad|mother|father|gran|nan"
_AS_PARENT = whole_any(f"mr|mrs|ms|miss|mx|dr|{_PARENT}")
_CALLED_PARENT = whole_any(_PARENT)
_A_PARENT_TOLD_OF = whole_any("(?:he|she|his|her|their) (?:mum|mam|mom|dad|mother|father)|mum|mam|mom|dad")
_THEIRS = whole_any("you|your|yours|you're|you've|you'll")
_IT_WAS = whole_any("it(?: was|'s| is) (?-i:\\p{Lu})\\w+")
_CONFIDED = whole_any("""
    between (?:ourselves|us|you and me|you and i)|off the record|(?:strictly )?in confidence|you did(?: not|n't) hear (?:this|it) from me
    (?:just )?so (?:that )?you (?:know|understand|can see) (?:what|why)|(?:i|we) should(?: not|n't) (?:really )?(?:say|tell|share)
    to (?:help you understand|put you in the picture|give you (?:some|the) background)
""")  # noqa: E501 - one phrase a line
_WHO_DID = whole_any("""
    (?:that|the other|another|this other) (?:boy|girl|child|kid|lad|pupil|student)|who (?:was|is) (?:that|this|the) (?:man|woman|person|mother|father|mum|dad)|who (?:bit|hit|pushed|kicked|did|hurt|punched|slapped)
    (?:doing|going to do|be done|happen(?:ed|ing)?) about (?:it|him|her|that|this|them)
""")  # noqa: E501 - one phrase a line


def is_confided(reading: Reading, story: Story) -> bool:
    """Whether an answer to a family tells what lies behind another child: in confidence, and asked about it.

    "Just between us, Kayden is being assessed" answers "Who bit her?": no parent asks so about their own.
    """
    if reading.draft.reply is ReplyKind.NEW or story.standing is Standing.COLLEAGUE or not story.people:
        return False
    asked = f"{reading.subject.clean}\n{reading.body.clean[:_LONGEST]}"
    is_told = _CONFIDED.search(reading.own) is not None or _IT_WAS.search(reading.own) is not None
    return is_told and _WHO_DID.search(asked) is not None


def is_of_stranger(reading: Reading, story: Story) -> bool:
    """Whether a mail to one private mailbox tells a stranger's matter."""
    if not is_to_family(reading):
        return False
    if _tells_of_a_parent(reading, story) or len(story.people) > _ONE_FAMILY:
        return not _is_to_parent(reading)
    if not story.people:
        return False
    theirs = family_words(reading)
    if any(p.words & theirs or not (p.is_full or p.has_title) for p in story.people):
        return False
    if is_of_staff(story) and all(p.is_full for p in story.people):
        return True
    return not (_is_to_parent(reading) or _may_be_theirs(reading, story))


def _tells_of_a_parent(reading: Reading, story: Story) -> bool:
    """Whether a parent is told of, not spoken to: "he's frightened when mum's out"."""
    told = [reading.own[s.start : s.end] for s in story.sentences]
    return any(_A_PARENT_TOLD_OF.search(words) and not _THEIRS.search(words) for words in told)


def is_of_staff(story: Story) -> bool:
    """Whether it tells of somebody's work and of no pupil."""
    return story.standing is not Standing.PUPIL and Matter.PERSONNEL in story.matters


def _is_to_parent(reading: Reading) -> bool:
    greeting = greeting_of(reading)
    is_greeted = greeting is not None and _AS_PARENT.search(greeting.whom) is not None
    is_called = any(_CALLED_PARENT.search(r.recipient.mailbox.name) for r in family_readers(reading))
    return is_greeted or is_called or is_own_unnamed(reading)


def _may_be_theirs(reading: Reading, story: Story) -> bool:
    """Whether a child is named up to where the story ends by a given name, or by a name of the family."""
    end = max((s.end for s in story.sentences), default=0)
    theirs = family_words(reading)
    return any(
        (not child.is_full or child.words & theirs) and any(m.start < end for m in child.mentions)
        for child in children_named(reading)
    )
