"""Does this mail tell a private matter about somebody who can be identified?

What it sees: sentences of the author's own text, and the subject, that the model hears as telling of
health, special needs, safeguarding, family circumstances, conduct, performance or employment **of one
person or family**: by name, or as "her son" or "the boy in Year 4" where the model leaves no doubt. Several
sentences that are only half heard count together when they stand beside a named person, and so do lines of
a list ("Epilepsy: Jo Mensah"). One finding for a draft: its kind is the matter that needs the most care. It
points at the sentences and at whom they are about. On a forward, the same in the part carried along, when
somebody gets it who does not stand there yet. And mail that is marked "Confidential" in its subject or on a
line of its own. What is heard too faintly for that, in a mail that as a whole is like a private matter, makes
no card: the route alone knows of it. So it is with what is not sure, in a mail that as a whole is unlike one.

What it does not see: policies, adverts, newsletters, training, figures and job titles that only speak of
such matters; arrangements and thanks without a private matter; talks, books, texts that are taught,
made-up cases, people long dead, what stands in the papers, and press releases but for the gravest; the
writer's own family and news of the writer alone; what stands in attachments,
in the quoted thread of an answer or beyond the part of a very long mail that is read; whether the reader
knows or may know already.
"""

from collections.abc import Iterator

from app import linear
from app.checks.audience.at_home import is_within_one_school
from app.checks.audience.everybody import has_everybody
from app.checks.channels.roads import is_private, is_standard_letter
from app.checks.check import Check
from app.checks.pointing import in_body, in_subject
from app.checks.stories.children import is_all_of_others
from app.checks.stories.family import is_raised, is_to_family
from app.checks.stories.fragments import told_in_fragments
from app.checks.stories.gravest import is_gravest
from app.checks.stories.hearing import YOU
from app.checks.stories.of_one import is_of_one
from app.checks.stories.passed_on import (
    are_outside,
    is_told_to_their_family,
    new_readers,
    story_passed_on,
)
from app.checks.stories.persons import point_at
from app.checks.stories.staffing import THIRD_PERSON, is_everyday, is_process
from app.checks.stories.standing import Standing
from app.checks.stories.story import Story
from app.checks.stories.strangers import is_confided, is_of_staff, is_of_stranger
from app.checks.stories.telling import find_story, tell
from app.checks.tone.tones import MENTION
from app.checks.words import first_found
from app.domain.audience import Belonging
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Matter, Reading, Tone

_ID = "confidential-story"
_MOST_NAMES = 20
_READERS = 500
_SURE = 0.8
_PERHAPS_PRIVATE, _PRIVATE, _VERY_PRIVATE = -1.0, 0.25, 1.0
"""Log odds, chosen by writers left out: ``python -m bench.routing.learn``."""
_TEAM = linear.compile(
    r"(?i)(?:^|[^a-z])(?:all|everyone|team|group|staff|users|colleagues|members|volunteers|drivers|crew|branches|list|dl"
    r"|lifeguards|canvassers|officers|governors|teachers|tas|assistants)(?:[^a-z]|$)"
)
_WORDS = r"((?:strictly )?(?:private (?:and|&) )?confidential|in (?:strict(?:est)? )?confidence)"
_SUBJECT_MARK = linear.compile(rf"(?i)(?:^|[\[(:|\x{{2013}}-]\s*){_WORDS}\s*(?:$|[\])!:|\x{{2013}}-])")
_MARK = linear.compile(rf"(?im)^[ \t*]*{_WORDS}[ \t*:.!]*$")


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _told(reading)
    yield from _passed_on(reading)
    marks = [in_subject(reading, *m.span(1)) for m in _SUBJECT_MARK.finditer(reading.subject.clean)]
    marks += [in_body(reading, *m.span(1)) for m in first_found(_MARK, reading.own)]
    if marks:
        yield Finding(_ID, "marked-confidential", Confidence.HIGH, tuple(marks))


def _told(reading: Reading) -> Iterator[Finding]:
    story = find_story(reading) or _half_heard(reading)
    if story is None:
        return
    is_among_gravest = any(is_gravest(reading.own[s.start : s.end]) for s in story.sentences)
    facts = {
        "sentences": len(story.all),
        "people": len(story.people),
        "name_in_subject": any(person.in_subject for person in story.people),
        "matters": len(story.matters),
        "everyday": all(is_everyday(reading.own[s.start : s.end]) for s in story.sentences)
        and story.standing is not Standing.PUPIL
        and not is_among_gravest,
        "weighty": is_among_gravest or _is_heard_around(reading, story),
        "to_family": is_to_family(reading) and not is_of_stranger(reading, story),
        "of_one": is_of_one(reading, story),
        "raised": is_raised(reading) and not is_standard_letter(reading),
        "staff": is_of_staff(story),
        "another_child": is_all_of_others(reading, story.sentences) or is_confided(reading, story),
        "within_school": is_within_one_school(reading),
        "hearsay": _is_hearsay(story),
        "process": story.gravest is Matter.PERSONNEL and is_process(reading),
        "to_them": _is_to_them(reading, story),
        "as_a_whole": is_private(reading, _PRIVATE),
        "half_heard": story.sure is Confidence.LOW,
        "doubtful": story.is_doubtful,
        "to_everybody": has_everybody(reading.audience) or (is_among_gravest and _has_team(reading)),
    }
    yield Finding(_ID, story.gravest.value, story.sure_for_card, _spans(reading, story), facts)


def _half_heard(reading: Reading) -> Story | None:
    """What only the mail as a whole makes a private matter, for the route alone."""
    if is_private(reading, _VERY_PRIVATE) and (story := tell(reading, is_faint=True)):
        return story
    return told_in_fragments(reading) if is_private(reading, _PERHAPS_PRIVATE) else None


def _passed_on(reading: Reading) -> Iterator[Finding]:
    """What the part that a forward carries along tells to readers who are new to it."""
    readers = new_readers(reading) if reading.passed_on else ()
    story = story_passed_on(reading) if readers else None
    if story is None:
        return
    facts = {
        "quoted": True,
        "matter": story.gravest.value,
        "sentences": len(story.all),
        "people": len(story.people),
        "new_readers": len(readers),
        "new_outside": are_outside(readers),
        "to_family": is_told_to_their_family(reading, story),
        "process": story.gravest is Matter.PERSONNEL and is_process(reading),
    }
    yield Finding(_ID, "passed-on", story.sure, _spans(reading, story), facts)


def _is_heard_around(reading: Reading, story: Story) -> bool:
    """Whether more of somebody's matter is surely heard beside the story, in sentences that name nobody."""
    others = (s for s in reading.sentences if s not in story.sentences)
    return any(max(s.matter.values(), default=0.0) >= _SURE for s in others)


def _is_hearsay(story: Story) -> bool:
    """Whether all that is told is gossip or an accusation, which no channel makes right."""
    heard = (max(s.tone.get(Tone.GOSSIP, 0.0), s.tone.get(Tone.DEFAMATION, 0.0)) for s in story.all)
    return all(score >= MENTION for score in heard)


def _is_to_them(reading: Reading, story: Story) -> bool:
    """Whether the one reader is told of themselves: "you", nobody named and nobody spoken of."""
    told = [reading.own[s.start : s.end] for s in story.sentences]
    is_of_another = bool(story.people) or any(map(THIRD_PERSON.search, told))
    return reading.audience.people == 1 and not is_of_another and any(map(YOU.search, told))


def _has_team(reading: Reading) -> bool:
    """Whether a reader inside is a list or a whole team, by its address."""
    readers = reading.audience.readers[:_READERS]
    inside = (r.recipient.mailbox.address for r in readers if r.belonging is not Belonging.WEBMAIL)
    return any(_TEAM.search(address.partition("@")[0]) for address in inside)


def _spans(reading: Reading, story: Story) -> tuple[Span, ...]:
    """The sentences, the surest first; then the names that stand elsewhere."""
    told = [in_body(reading, s.start, s.end) for s in story.sentences]
    told += [in_subject(reading, s.start, s.end) for s in story.in_subject]
    names = [
        point_at(reading, mention)
        for person in story.people
        for mention in person.mentions
        if not any(s.field is mention.field and s.start <= mention.start < s.end for s in told)
    ]
    return (*told, *names[:_MOST_NAMES])


CHECK = Check(
    _ID,
    _look,
    {
        "safeguarding": "A safeguarding matter about somebody who can be identified",
        "health": "Somebody's health",
        "send": "Somebody's special educational needs",
        "family": "A family's circumstances, or somebody's sexuality or gender identity",
        "conduct": "Somebody's behaviour, exclusion or attendance",
        "performance": "Somebody's progress or results",
        "passed-on": "A private matter of any kind, told in the message that is forwarded",
        "marked-confidential": "The words Confidential or In confidence, which do not make an e-mail private",
        "personnel": "A member of staff's employment, conduct or health",
    },
)
