"""Is a colleague's work, conduct or health talked over by e-mail?

What it sees: sentences that the model hears as telling of a member of staff's performance, conduct,
sickness or post. One finding for a draft: its kind is what most of those sentences tell.

What it does not see: formal letters and mail to or from HR, payroll, occupational health or the designated
officer (they must be able to say what it is about); praise; a pupil's suspension; a resident's case; the
sender's own news; policies and figures.
"""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Check
from app.checks.pointing import in_body, in_subject
from app.checks.stories.family import is_to_family
from app.checks.stories.staffing import is_praise, is_process
from app.checks.stories.standing import Standing
from app.checks.stories.story import Story
from app.checks.stories.telling import find_story
from app.checks.tone.tones import MENTION
from app.checks.words import whole_any
from app.domain.finding import Confidence, Finding
from app.domain.reading import Matter, Reading, Sentence

_ID = "hr-matters"
_KINDS = {Matter.PERFORMANCE: "performance", Matter.CONDUCT: "conduct", Matter.HEALTH: "absence"}
_SURE = 0.65
_MINE = whole_any("I|I'm|I've|I'll|I'd|me|my|mine")
_YOURS = whole_any("you|your|you're|you've")
_ABOUT = whole_any("he|she|him|her|his|hers|they|them|their")
_THEIRS = whole_any("""
    he|she|him|her|his|hers|they|them|their|you|your|you're|you've|(?:mr|mrs|ms|miss|dr)
    (?:the|our|this|that|a) (?:\\w+ )?(?:teacher|head|deputy|assistant|ta|manager|officer|colleague|technician|caretaker|chair|supervisor)
""")  # noqa: E501 - one phrase a line
_STARTS = whole_any("""
    (?:start|starts|starting|join|joins|joining|begin|begins|beginning) (?:work |here |us |with us |the (?:team|school|service) ){0,2}(?:on|in|from|next|this|after)
""")  # noqa: E501 - one phrase a line
_ON_LEAVE = whole_any("""
    (?:is|are|am|was|will be|be) (?:away )?on (?:annual |study )?(?:leave|holiday) (?:until|till|on|from|this|next|for|today|tomorrow|and)
""")  # noqa: E501 - one phrase a line
_DEATH = whole_any("died|passed away|(?:death|passing|funeral) of")
_MORE_THAN_A_START = whole_any("""
    back|return\\w*|phased|again|late|trial|probation\\w*|notice|pay|paid|salary|grade|hours|contract\\w*|reduced|part[- ]time
    disciplin\\w+|hearing|investigat\\w+|suspen\\w+|redundan\\w+|capability|leave|sick\\w*|ill\\w*|treatment|refus\\w+
""")  # noqa: E501 - one phrase a line


def _look(reading: Reading) -> Iterator[Finding]:
    story = find_story(reading)
    if story is None or is_process(reading) or is_to_family(reading):
        return
    told = [
        s
        for s in story.sentences
        if story.is_of_work(s)
        and not _is_known_to_all(s, reading.own[s.start : s.end])
        and _is_of_others(reading.own[s.start : s.end], is_named=any(p.is_in(s) for p in story.people))
    ]
    titles = [
        s
        for s in story.in_subject
        if story.is_of_work(s) and not is_praise(reading.subject.clean[s.start : s.end])
    ]
    if not told and not titles:
        return
    spans = [in_body(reading, s.start, s.end) for s in told]
    spans += [in_subject(reading, s.start, s.end) for s in titles]
    kind = _kind([*told, *titles])
    facts = {"sentences": len(spans), "people": len(story.people)}
    yield Finding(_ID, kind, _sure(reading, story, kind, [*told, *titles]), tuple(spans), facts)


def _is_of_others(words: str, *, is_named: bool) -> bool:
    """Whether words tell of somebody who is not the writer, and do not praise them."""
    if is_praise(words):
        return False
    return is_named or _THEIRS.search(words) is not None or _MINE.search(words) is None


def _is_known_to_all(sentence: Sentence, words: str) -> bool:
    """Whether words only tell when a colleague begins or is on leave, or that one has died: all must know."""
    if _DEATH.search(words):
        return True
    tells_more = any(sentence.matter.get(matter, 0.0) >= MENTION for matter in _KINDS)
    if tells_more:
        return False
    return _ON_LEAVE.search(words) is not None or (
        _STARTS.search(words) is not None and _MORE_THAN_A_START.search(words) is None
    )


def _sure(reading: Reading, story: Story, kind: str, sentences: list[Sentence]) -> Confidence:
    """Sure where words or the model tell of work; one's own post or pay is for oneself to read."""
    is_to_them = not story.people and not any(
        _ABOUT.search(reading.own[s.start : s.end]) for s in story.sentences
    )
    if kind == "post" and is_to_them and _YOURS.search(reading.own):
        return Confidence.LOW
    is_sure = any(s.matter.get(Matter.PERSONNEL, 0.0) >= _SURE for s in sentences)
    is_at_work = is_sure or story.standing is Standing.COLLEAGUE
    return story.sure_for_card if is_at_work else min(story.sure_for_card, Confidence.MEDIUM)


def _kind(sentences: list[Sentence]) -> str:
    told = Counter(
        _KINDS[matter] for s in sentences for matter in _KINDS if s.matter.get(matter, 0.0) >= MENTION
    )
    return told.most_common(1)[0][0] if told else "post"


CHECK = Check(
    _ID,
    _look,
    {
        "performance": "How well a colleague does their work",
        "conduct": "A colleague's conduct",
        "absence": "A colleague's health or sickness absence",
        "post": "A colleague's post, pay or contract",
    },
)
