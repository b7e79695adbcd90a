"""Does a mail, taken as a whole, read like one that is meant to hurt or to gain by a wrong?

What it sees: what all its sentences mean together (`whole_mail`). Who follows a colleague home, offers money
for a place, sells a register or writes to a pupil in secret says nothing bad in any one sentence. It has to
read like harm, and like what was meant rather than what a talk settles. At least one sentence must sound
faintly of a fault too, or words of a wrong stand there (`sign_words`). Of a letter longer than a page the
strongest stretch counts. The sentences that weigh most are shown.

What it does not see: ill will in the best of manners; whether it is a joke between friends. A report of what
others said or did, and mail in confidence, are left alone.
"""

from collections.abc import Iterator, Sequence

from app.checks import sign_words
from app.checks.pointing import in_text
from app.checks.tone.hearing import MANNERS
from app.checks.tone.quotation import in_own_words, is_report, tells_of_others
from app.checks.tone.tones import score
from app.checks.whole_mail import PAGE, Weighed, gravity_of, harm_of, meant_in, strongest
from app.checks.wording.said import text_in
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding
from app.domain.reading import Act, Reading, Sentence

HARM, GRAVE, FAINT = 0.7, 1.5, 0.4
"""Log odds of both, and how loud its loudest sentence is, for a warning: ``python -m bench.cases.whole``."""
PLAIN, FAINTEST = 2.5, 0.2
"""So far above both log odds together a fainter sentence of a page will do: "you have a lot to lose"."""
NEAR = 0.25
"""So far below the log odds it is a hint."""
LONG, LOUD = 1.0, 0.7
"""So much more, and so loud a sentence, is asked of a longer letter, as it has many stretches."""
_SHOWN = 2
_WRONG = (sign_words.QUIET, sign_words.COVERS, sign_words.GAIN, sign_words.LEAVES, sign_words.HARM)


def find_harm(reading: Reading) -> Iterator[Finding]:
    """The one finding about the whole mail, if it reads so."""
    weighed = strongest(reading)
    is_long = len(meant_in(reading)) > PAGE
    more = LONG if is_long else 0.0
    if margin_of(weighed) - more < -NEAR or is_report(reading):
        return
    if loudest_in(weighed) < _least(weighed, is_long=is_long) and (is_long or not _is_said(reading)):
        return
    own = [one for one in weighed if not tells_of_others(_words(reading, *one[:2]))]
    margin = min(margin_of(weighed), margin_of(own)) - more
    if margin < -NEAR:
        return
    loudest = sorted(own, key=lambda one: one[2], reverse=True)[:_SHOWN]
    spans = tuple(in_text(reading, field, s.start, s.end) for field, s, _ in sorted(loudest, key=_place))
    sure = Confidence.HIGH if margin >= 0 else Confidence.MEDIUM
    yield Finding("hostile-tone", "harm", sure, spans, {"sentences": len(weighed)}, is_of_whole=True)


def margin_of(weighed: Sequence[Weighed]) -> float:
    """How far above both bars, or below; how grave it is is asked only of what reads like harm."""
    harm = harm_of(weighed) - HARM
    return harm if harm < -NEAR else min(harm, gravity_of(weighed) - GRAVE)


def _least(weighed: Sequence[Weighed], *, is_long: bool) -> float:
    """How loud its loudest sentence must be."""
    if is_long:
        return LOUD
    is_plain = harm_of(weighed) - HARM + gravity_of(weighed) - GRAVE >= PLAIN
    return FAINTEST if is_plain else FAINT


def _is_said(reading: Reading) -> bool:
    """Whether words of a wrong stand there: nobody is to know, something is given, somebody is to suffer."""
    said = f"{reading.subject.clean}\n{in_own_words(reading)}"
    return any(pattern.search(said) for pattern in _WRONG)


def loudest_in(weighed: Sequence[Weighed]) -> float:
    """How much its loudest sentence sounds of a fault, 0 to 1; "yep, all yours" hardly does."""
    return max(
        (max(score(one, *MANNERS), one.act.get(Act.ILL_WILL, 0.0)) for _, one, _ in weighed), default=0.0
    )


def _words(reading: Reading, field: Field, one: Sentence) -> str:
    return text_in(reading, field)[one.start : one.end]


def _place(one: Weighed) -> tuple[bool, int]:
    return one[0] is Field.SUBJECT, one[1].start
