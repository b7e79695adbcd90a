"""Does a draft tell a private matter about somebody who can be identified, and about whom?

Adds up what is heard sentence by sentence: one that is sure, or several half heard ones beside a named
person. What is told then must be somebody's to mind: good news, praise or a case against nobody in
particular are not. It is sure only beside words of the organisation's work: real mail is full of people's
own lives. What is not sure, in a mail that as a whole is unlike one that tells such a thing, is too faint for
a card: the route alone knows of it.
"""

from collections.abc import Sequence

from app.checks.once import once_a_reading
from app.checks.stories.hearing import HALF_HEARD, Heard, hear_body, hear_subject, together
from app.checks.stories.persons import concerned, third_parties
from app.checks.stories.setting import Setting, is_of_work, setting_of, speaks_of_work
from app.checks.stories.staffing import THIRD_PERSON, is_grave_at_work, is_own_pay, is_praise
from app.checks.stories.standing import Standing, standing_of
from app.checks.stories.story import Story
from app.checks.stories.taken_whole import is_unlike_a_story
from app.checks.tone.tones import MENTION
from app.domain.finding import Confidence
from app.domain.reading import Matter, Reading


@once_a_reading
def find_story(reading: Reading) -> Story | None:
    """The private matter about one person or family that the draft tells, if it does."""
    return tell(reading)


def tell(
    reading: Reading, *, is_passed_on: bool = False, is_faint: bool = False, is_weighed: bool = True
) -> Story | None:
    """The same, not remembered. `is_passed_on`: others wrote it, so "my mum" is not the sender's to tell.

    `is_faint`: one that is half heard is told too, with a low confidence. `is_weighed`: the sender's own mail
    is taken as a whole too; if not, no doubt comes from there.
    """
    people = third_parties(reading)
    setting = setting_of(reading, is_anyone_named=bool(people), is_passed_on=is_passed_on)
    if setting.is_made_up:
        return None
    body, titles = hear_body(reading, people, setting), hear_subject(reading, people, setting)
    heard = [*body, *titles]
    surely = together(heard, is_named=bool(people))
    if surely < (HALF_HEARD if is_faint else MENTION):
        return None
    least = MENTION if max(h.chance for h in heard) >= MENTION else HALF_HEARD
    told, in_subject = _surest(body, least), _surest(titles, least)
    standing = standing_of(reading, [(h.sentence.start, h.sentence.end) for h in told])
    if _is_nobodys(reading, standing, setting, told, is_anyone_named=bool(people)):
        return None
    sure = Confidence.LOW if is_faint else _confidence(reading, standing, setting, body, titles)
    is_weighed = is_weighed and not is_passed_on and sure is Confidence.MEDIUM
    is_doubtful = is_weighed and is_unlike_a_story(reading, surely)
    sentences = tuple(h.sentence for h in told)
    about = concerned(reading, people, sentences)
    return Story(sentences, tuple(h.sentence for h in in_subject), about, standing, sure, is_doubtful)


def _surest(heard: Sequence[Heard], least: float) -> list[Heard]:
    return [h for h in sorted(heard, key=lambda h: -h.chance) if h.chance >= least]


def _confidence(
    reading: Reading, standing: Standing, setting: Setting, body: Sequence[Heard], titles: Sequence[Heard]
) -> Confidence:
    """High where a sentence is sure and the matter is the organisation's to protect; low where they wish it.

    A family's wish does not make a child's matter anybody's to tell: that is still said.
    """
    if setting.is_at_their_wish and standing is not Standing.PUPIL:
        return Confidence.LOW
    sure = [h for h in (*body, *titles) if h.is_sure]
    is_ours = (
        standing is Standing.PUPIL
        or _is_of_organisation(reading, is_passed_on=setting.is_passed_on)
        or any(h.is_plain or h.is_grave or is_of_work(reading.own, h.sentence) for h in sure)
    )
    return Confidence.HIGH if sure and is_ours and not setting.is_at_their_wish else Confidence.MEDIUM


def _is_of_organisation(reading: Reading, *, is_passed_on: bool) -> bool:
    """Whether the mail as a whole is of the organisation's work.

    It goes to a school or its subject says so; what is passed on, also where a school passes it on.
    """
    if reading.audience.schools > 0 or speaks_of_work(reading.subject.clean):
        return True
    return is_passed_on and reading.audience.is_from_school


def _is_nobodys(
    reading: Reading, standing: Standing, setting: Setting, told: Sequence[Heard], *, is_anyone_named: bool
) -> bool:
    """Whether what is told needs no care.

    Only a colleague's need ("he uses a screen reader"), good news of how somebody does, the work of one
    who leaves or is praised, the one reader's own pay, leave or meeting in order, or a case against somebody
    who is not named.
    """
    heard = {matter for h in told for matter, score in h.sentence.matter.items() if score >= MENTION}
    is_all_praise = all(is_praise(h.words) for h in told)
    if standing is Standing.OUTSIDER:
        return not is_anyone_named
    if standing is Standing.COLLEAGUE and heard == {Matter.SEND}:
        return True
    if heard == {Matter.PERFORMANCE} and told and is_all_praise:
        return True
    is_only_work = standing is not Standing.PUPIL and heard <= {Matter.PERFORMANCE, Matter.PERSONNEL}
    is_theirs = reading.audience.people == 1 and _is_readers_own(told)
    is_goodbye = setting.is_farewell and not any(is_grave_at_work(h.words) for h in told)
    return is_only_work and bool(told) and (is_goodbye or is_theirs or is_all_praise)


def _is_readers_own(told: Sequence[Heard]) -> bool:
    """Whether the reader is told of their own terms of work: no third person, nothing grave."""
    return any(is_own_pay(h.words) for h in told) and not any(
        h.is_named or THIRD_PERSON.search(h.words) or is_grave_at_work(h.words) for h in told
    )
