"""What stood around the things that were seen, so that a reviewer can judge them without reading the mail?

What it sees: whose words they are, to whom they are said, and whether in anger, banter or regret; whose data
it is, that it is made up or public, or that a number is called something else, or nothing; that a private
matter is told; that somebody is to keep it quiet or not to find out, that the sender is about to leave, and
that many files go along. Each by words close by (`sign_words`), in the sentence of what was seen or in the
sender's own text; anger, tales and ill will by what the model hears, and whether it sounds like work at all.

What it does not see: irony, and who lies. A sign is no verdict, and its absence proves nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from math import inf

from app import linear
from app.checks import sign_words
from app.checks.heard_acts import surest
from app.checks.sounding import Vectors, strangeness
from app.checks.tone import manner_words
from app.checks.tone.quotation import in_own_words, is_report, tells_of_others, without_quotations
from app.checks.tone.tones import MENTION, WARNING, score
from app.checks.whole_mail import gravity_of, strongest
from app.checks.words import word_set
from app.domain.address import domain_of
from app.domain.audience import Belonging
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Finding, Span
from app.domain.flagged import Sign
from app.domain.reading import Act, NameKind, Reading, Sentence, Tone

MANY_FILES = 3
_ILL_WILL = 0.15
"""Chosen on the stories that may be looked at: ``python -m bench.cases.threshold``."""
_STRANGE = ((1.0, Sign.FAR_FROM_WORK), (-0.5, Sign.UNLIKE_WORK), (-2.0, Sign.NOT_QUITE_WORK))
"""From which log odds on it sounds how unlike work, the surest first: ``python -m bench.cases.learn``."""

_MEANT, _CARELESS = 1.0, 0.0
"""From which log odds on, and below which, it sounds meant or careless: ``python -m bench.cases.whole``."""


def signs_of(
    reading: Reading, findings: Collection[Finding], vectors: Vectors = lambda _: ()
) -> tuple[Sign, ...]:
    """Those of all that was seen on one card, each once, in the order of `Sign`.

    Without `vectors`, what texts mean in numbers, how it sounds as a whole is not told.
    """
    found = {
        *_of_words(reading, findings),
        *_of_manner(reading, findings),
        *_of_data(reading, findings),
        *_of_mail(reading),
        *_of_sound(reading, findings, vectors),
        *_of_gravity(reading, findings),
    }
    return tuple(sign for sign in Sign if sign in found)


def _of_sound(reading: Reading, findings: Collection[Finding], vectors: Vectors) -> Sequence[Sign]:
    """How unlike work it sounds, in one of three steps, where something was seen that is somebody's."""
    if not any(one.check in _SOMEBODYS for one in findings):
        return ()
    odds = strangeness(reading, vectors)
    return [sign for bar, sign in _STRANGE if odds >= bar][:1]


def _of_gravity(reading: Reading, findings: Collection[Finding]) -> Sequence[Sign]:
    """Whether it sounds meant or careless, where words may hurt somebody; between the two nothing."""
    if not any(one.check in _HURTFUL for one in findings):
        return ()
    odds = gravity_of(strongest(reading))
    if odds >= _MEANT:
        return (Sign.SOUNDS_MEANT,)
    return (Sign.SOUNDS_CARELESS,) if -inf < odds < _CARELESS else ()


def _of_words(reading: Reading, findings: Collection[Finding]) -> Iterator[Sign]:
    """Whose words they are; something said outright to the reader is nobody else's."""
    spans = [span for one in findings for span in one.spans if span.field in _TEXTS]
    if spans and (is_report(reading) or all(_is_of_others(reading, span) for span in spans)):
        yield Sign.OTHERS_WORDS
    elif any(sign_words.TO_READER.search(without_quotations(_around(reading, span))) for span in spans):
        yield Sign.TO_READER


def _of_manner(reading: Reading, findings: Collection[Finding]) -> Iterator[Sign]:
    """How hard words were said: in anger, which may stand a sentence further on; in banter; with regret."""
    checks = {one.check for one in findings if one.id != _OF_WHOLE}
    if not _MANNERS & checks:
        return
    said = f"{reading.subject.clean}\n{in_own_words(reading)}"
    is_told = manner_words.FEELING.search(said) or manner_words.SHOUTED.search(said)
    if is_told or _ANGER in checks or _is_heated(reading, findings):
        yield Sign.HEAT
    if manner_words.APOLOGY.search(said):
        yield Sign.APOLOGY
    if manner_words.FRIENDLY.search(said):
        yield Sign.FRIENDLY
    if any(score(one, Tone.SEXUAL) >= MENTION for one in reading.sentences):
        yield Sign.SEXUAL


def _is_heated(reading: Reading, findings: Collection[Finding]) -> bool:
    """Surely, or again in another sentence: an insult alone sounds half angry, however it was meant."""
    angry = [one for one in reading.sentences if score(one, Tone.ANGER) >= MENTION]
    hard = {one.start for f in findings for span in f.spans for one in _sentences(reading, span)}
    is_sure = any(score(one, Tone.ANGER) >= WARNING for one in angry)
    return is_sure or len(angry) > 1 or any(one.start not in hard for one in angry)


def _sentences(reading: Reading, span: Span) -> Sequence[Sentence]:
    """Those of the text that it lies in."""
    is_of_text = span.field is Field.BODY
    return [s for s in reading.sentences if is_of_text and s.start < span.end and span.start < s.end]


def _is_of_others(reading: Reading, span: Span) -> bool:
    """It stands in quotation marks, or its sentence tells what somebody said."""
    if span.field is Field.BODY and not in_own_words(reading)[span.start : span.end].strip():
        return True
    return tells_of_others(_around(reading, span))


def _of_data(reading: Reading, findings: Collection[Finding]) -> Iterator[Sign]:
    spans = [span for one in findings for span in one.spans if span.field in _TEXTS]
    around = "\n".join((*(_around(reading, span) for span in spans), reading.subject.clean))
    if not spans and any(one.check == _OWN_ACCOUNT for one in findings):
        around = "\n".join((reading.subject.clean, in_own_words(reading), *_file_names(reading)))
        if sign_words.PAPERS.search(around):
            yield Sign.PAPERS
    elif not spans:
        return
    for sign, pattern in _WHOSE:
        if pattern.search(around):
            yield sign
    if sign_words.OTHERWISE.search(around) and not sign_words.PERSONS_NUMBER.search(around):
        yield Sign.OTHERWISE
    if findings and all(_is_uncalled(reading, one) for one in findings):
        yield Sign.UNCALLED


def _file_names(reading: Reading) -> Iterator[str]:
    for one in reading.draft.attachments:
        yield _BETWEEN.sub(" ", one.name)


def _is_uncalled(reading: Reading, finding: Finding) -> bool:
    """Its shape alone made it a person's number: no word beside it does, and nobody is spoken of there."""
    if finding.id not in _BY_SHAPE:
        return False
    over = [_sentences(reading, span) for span in finding.spans]
    if not all(over) or any(name.kind is NameKind.PERSON for some in over for s in some for name in s.names):
        return False
    return not any(
        pattern.search(_around(reading, span))
        for span in finding.spans
        for pattern in (sign_words.PERSONS_NUMBER, sign_words.SOMEBODY)
    )


def _of_mail(reading: Reading) -> Iterator[Sign]:
    draft, said = reading.draft, f"{reading.subject.clean}\n{in_own_words(reading)}"
    for sign, pattern in _SAID:
        if pattern.search(said):
            yield sign
    if surest(reading, Act.ILL_WILL) >= _ILL_WILL:
        yield Sign.ILL_WILL
    if any(one.story >= WARNING for one in reading.sentences):
        yield Sign.TALE
    if sum(not one.inline for one in draft.attachments) >= MANY_FILES:
        yield Sign.MANY_FILES
    if draft.reply is ReplyKind.FORWARD:
        yield Sign.PASSED_ON
    away = [r.recipient.mailbox.address for r in reading.audience.readers if r.belonging in _AWAY]
    if away and all(_is_public(domain_of(address)) for address in away):
        yield Sign.PUBLIC_BODY


def _is_public(domain: str) -> bool:
    """By the look of the domain: ``kent.police.uk``, ``other-council.gov.uk``."""
    return any(label.removesuffix("-trust").rpartition("-")[2] in _PUBLIC for label in domain.split("."))


def _around(reading: Reading, span: Span) -> str:
    """The sentences that it lies in; where it lies in none, its line."""
    if span.field is Field.SUBJECT:
        return reading.subject.clean
    text = reading.own
    if over := _sentences(reading, span):
        return text[min(one.start for one in over) : max(one.end for one in over)]
    line_end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : len(text) if line_end < 0 else line_end]


_AWAY = frozenset({Belonging.OUTSIDE, Belonging.WEBMAIL, Belonging.UNKNOWN})
_PUBLIC = word_set("""
    gov nhs police surgery sch ac mod parliament council school academy college ofsted fire ambulance hospital
    court courts cafcass hmrc
""")
_ANGER = "heat-and-cool-off"
_OF_WHOLE = "hostile-tone/harm"
_MANNERS = frozenset({"hostile-tone", _ANGER})
_HURTFUL = frozenset({*_MANNERS, "discrimination", "sexual-and-indecent"})
_OWN_ACCOUNT = "own-details"
_SOMEBODYS = frozenset({"identifiers", _OWN_ACCOUNT, "credentials", "school-address-lists"})
_BY_SHAPE = frozenset({f"identifiers/{kind}" for kind in ("upn", "nhs-number", "national-insurance-number")})
_BETWEEN = linear.compile(r"[-_.]+")
_TEXTS = frozenset({Field.SUBJECT, Field.BODY})
_WHOSE = (
    (Sign.SENDERS_OWN, sign_words.SENDERS),
    (Sign.READERS_OWN, sign_words.READERS),
    (Sign.ORGANISATIONS, sign_words.ORGANISATIONS),
    (Sign.ANOTHERS, sign_words.ANOTHERS),
)
_SAID = (
    (Sign.FROM_ELSEWHERE, sign_words.FROM_ELSEWHERE),
    (Sign.MADE_UP, sign_words.MADE_UP),
    (Sign.PUBLIC, sign_words.PUBLIC),
    (Sign.SPENT, sign_words.SPENT),
    (Sign.QUIET, sign_words.QUIET),
    (Sign.COVERS, sign_words.COVERS),
    (Sign.LEAVES, sign_words.LEAVES),
    (Sign.PRIVATE, sign_words.PRIVATE),
    (Sign.GAIN, sign_words.GAIN),
    (Sign.HARM, sign_words.HARM),
    (Sign.BASIS, sign_words.BASIS),
    (Sign.ASKED, sign_words.ASKED),
)
