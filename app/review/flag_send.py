"""Which cases does a send leave for review?

One for each card of a rule that asks for review, when the card stopped the mail, or was answered and Send was
pressed again. Nothing of mail in confidence, or of what is off the record; never a word of the mail.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.checks import OFF_THE_RECORD
from app.checks.claims.hearers import is_for_such_ears
from app.checks.signs import signs_of
from app.checks.sounding import Vectors
from app.domain.case import Case
from app.domain.case_move import CaseMove, CaseMoveKind
from app.domain.choice import ANSWERS, Choice, ChoiceReason, Chosen
from app.domain.draft import Field
from app.domain.finding import Finding
from app.domain.flagged import Evidence, Flagged, Outcome
from app.domain.item import Person
from app.domain.reading import Reading
from app.domain.reveal import Attached, Extent
from app.domain.verdict import Advice, Clause, Severity, Verdict, Why
from app.policy.policy import Policy
from app.review.attach import attach
from app.review.excerpt import words_to_attach
from app.review_ports import Cases, Whose

SENDWELL = Person("Sendwell", "")
_ID = 32
_FIELDS = tuple(Field)


@dataclass(frozen=True, slots=True)
class Sent:
    """A draft on which Send was pressed, as it was read and judged. `choices` are its sender's, newest first.

    `is_confidential` tells whether any of its readers hears what is said in confidence, `attaches` what the
    sender wants to attach with a card, `vectors` what texts mean in numbers, nothing where that is not known.
    All four are asked only where something is to be flagged.
    """

    reading: Reading
    verdict: Verdict
    policy: Policy
    whose: Whose
    choices: Callable[[], Sequence[Choice]] = tuple
    is_confidential: Callable[[], bool] = lambda: False
    attaches: Callable[[Advice], Extent | None] = lambda _: None
    vectors: Vectors = lambda _: ()


def flag_send(sent: Sent, cases: Cases, keyed_hash: Callable[[str], str], now: datetime) -> int:
    """Keep a case for each card that asks for one, and tell how many are new.

    Pressing Send again on the same draft makes no second case of the same outcome. Raises StoreError.
    """
    flagged = tuple(_flagged(sent))
    if not flagged or sent.is_confidential() or is_for_such_ears(sent.reading):
        return 0
    draft, codes = sent.reading.draft, "\0".join(sorted(sent.whose.codes))
    scope = draft.id or f"{draft.subject}\0{draft.body.content}"
    made = CaseMove(CaseMoveKind.FLAGGED, now, SENDWELL)
    new = 0
    for one, advice in flagged:
        number = keyed_hash(f"case\0{codes}\0{scope}\0{one.rule}\0{one.outcome.value}")[:_ID]
        case = Case(number, one, now)
        if cases.begin(case, sent.whose, made):
            new += 1
            _attach(case, advice, sent, cases)
    return new


def _attach(case: Case, advice: Advice, sent: Sent, cases: Cases) -> None:
    """What the sender chose to attach when they answered the card, if anything."""
    extent = sent.attaches(advice) if case.flagged.outcome is not Outcome.STOPPED else None
    words = words_to_attach(extent, advice, sent.reading) if extent else ""
    if extent and words:
        attach(cases, case, Attached(extent, case.at), words)


def _flagged(sent: Sent) -> Iterator[tuple[Flagged, Advice]]:
    for advice, is_stop in _met(sent.verdict):
        cited = _reviewed(advice, sent.policy)
        if cited is None or any(finding.id in OFF_THE_RECORD for finding in advice.findings):
            continue
        outcome, reason = (Outcome.STOPPED, ChoiceReason.NONE) if is_stop else _answer(advice, sent.choices())
        flagged = Flagged(
            *cited,
            severity=advice.severity,
            outcome=outcome,
            audience=sent.reading.audience.counts,
            evidence=tuple(map(_evidence, sorted(advice.findings, key=_place))),
            reason=reason,
            policy=sent.policy.version,
            signs=signs_of(sent.reading, advice.findings, sent.vectors),
        )
        yield flagged, advice


def _met(verdict: Verdict) -> Iterator[tuple[Advice, bool]]:
    """The cards that stopped the mail, and those that were answered; whether it is a stop."""
    yield from ((card, True) for card in verdict.advice if card.severity is Severity.BLOCK)
    answered = (one.advice for one in verdict.set_aside if one.why is Why.ANSWERED)
    yield from ((card, False) for card in answered if card.severity >= Severity.WARN)


def _reviewed(advice: Advice, policy: Policy) -> tuple[str, Clause] | None:
    """The first rule behind the card that asks for review, and its clause."""
    asking = {rule.id for f in advice.findings for _, rule in policy.listening(f.id) if rule.is_reviewed}
    cited: Iterable[tuple[str, Clause]] = (
        (advice.rule, advice.clause),
        *((one.rule, one.clause) for one in advice.also),
    )
    return next((one for one in cited if one[0] in asking), None)


def _answer(advice: Advice, choices: Sequence[Choice]) -> tuple[Outcome, ChoiceReason]:
    """What the sender said last of this card; an answer that is not known is an override."""
    said = (
        c for c in choices if (c.rule, c.finding) == (advice.rule, advice.finding.id) and c.chosen in ANSWERS
    )
    last = next(said, None)
    is_wrong = last is not None and last.chosen is Chosen.WRONG_WARNING
    return (
        Outcome.CALLED_WRONG if is_wrong else Outcome.OVERRIDDEN,
        last.reason if last else ChoiceReason.NONE,
    )


def _place(finding: Finding) -> tuple[int, int]:
    first = next(iter(finding.spans), None)
    return (_FIELDS.index(first.field), first.start) if first else (len(_FIELDS), 0)


def _evidence(finding: Finding) -> Evidence:
    first, more = next(iter(finding.spans), None), finding.facts.get("places")
    places = more if isinstance(more, int) else len(finding.spans)
    return Evidence(finding.id, finding.confidence, first.field if first else None, places)
