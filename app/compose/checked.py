"""What is known of a draft once it was read and judged?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from app.compose.fix.offer import NO_OFFERS, Offered
from app.compose.offer_rewordings import NOTHING, Rewording
from app.domain.draft import Field
from app.domain.finding import Span, Unchecked
from app.domain.reading import Reading
from app.domain.verdict import Advice, Severity, Verdict
from app.policy.step_down import Accuracy


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, read and judged. `elapsed_ms` is wall-clock time.

    `rewordings` hold words of the draft, by position of the advice: for the sender's reply only, never kept.
    `versions` names the app, the policy and the models that judged it.
    """

    reading: Reading
    verdict: Verdict
    versions: Mapping[str, str]
    elapsed_ms: float
    rewordings: Mapping[int, tuple[Rewording, ...]] = field(default_factory=lambda: NOTHING, repr=False)
    accuracy: Callable[[str], Accuracy] = Accuracy
    """By rule, how often it is right."""
    offers: Mapping[tuple[int, int], Offered] = field(default_factory=lambda: NO_OFFERS, repr=False)
    """By position of the advice and of its step, what can be done for the sender."""
    reviewed: frozenset[str] = frozenset()
    """The rules that ask for review."""
    attach_key: str = ""
    """What stands for the draft when its sender wants to attach words of it."""

    def is_reviewed(self, advice: Advice) -> bool:
        """Whether somebody may look at it when it is sent with this card answered."""
        rules = {advice.rule, *(one.rule for one in advice.also)}
        return advice.severity >= Severity.WARN and not rules.isdisjoint(self.reviewed)

    def in_plain(self, span: Span) -> Span:
        """The span in code points of the plain text, which is what the wire speaks of."""
        return in_plain(self.reading, span)


def in_plain(reading: Reading, span: Span) -> Span:
    """The span in code points of the plain text."""
    texts = {Field.SUBJECT: reading.subject, Field.BODY: reading.body}
    text = texts.get(span.field)
    if text is None:
        return span
    start, end = text.in_plain(span.start, span.end)
    return replace(span, start=start, end=end)


def also_unchecked(checked: Checked, missing: Unchecked) -> Checked:
    """The same, which says that something could not be done as well."""
    verdict = checked.verdict
    return replace(checked, verdict=replace(verdict, not_checked=(*verdict.not_checked, missing)))
