"""Is somebody's matter told in fragments after their name, to whoever is no school?

"Candidate 0417, Oisín Devlin. Diagnosed with lymphoma." Who writes so short leaves out the "he" by which a
story is heard: the matter is heard for certain, that it is somebody's only faintly. So a full name, or one
with a title, in that sentence or one of the two before it stands for the "he".
"""

from collections.abc import Iterator, Sequence

from app.checks.stories.persons import Named, third_parties
from app.checks.stories.setting import setting_of
from app.checks.stories.standing import standing_of
from app.checks.stories.story import GRAVEST, Story
from app.checks.tone.tones import MENTION
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.reading import Reading, Sentence

_CERTAIN, _FAINT, _BEFORE = 0.9, 0.1, 2


def told_in_fragments(reading: Reading) -> Story | None:
    """The first such sentence and whom it is of, if the mail goes outside, to no school and no family."""
    audience = reading.audience
    people = [one for one in third_parties(reading) if one.is_full or one.has_title]
    if audience.schools or audience.webmail or not people:
        return None
    if setting_of(reading, is_anyone_named=True, is_passed_on=False).is_made_up:
        return None
    for sentence, one in _told(reading, people):
        standing = standing_of(reading, [(sentence.start, sentence.end)])
        return Story((sentence,), (), (one,), standing, Confidence.LOW)
    return None


def _told(reading: Reading, people: Sequence[Named]) -> Iterator[tuple[Sentence, Named]]:
    said = reading.sentences
    for at, sentence in enumerate(said):
        matter = max(sentence.matter.get(kind, 0.0) for kind in GRAVEST)
        if matter >= _CERTAIN and _FAINT <= sentence.story < MENTION:
            start = said[max(0, at - _BEFORE)].start
            near = (one for one in people if _is_named(one, start, sentence.end) or one.in_subject)
            yield from ((sentence, one) for one in near)


def _is_named(one: Named, start: int, end: int) -> bool:
    return any(m.field is Field.BODY and start <= m.start < end for m in one.mentions)
