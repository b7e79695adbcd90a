"""What of a number or a secret may stand in the words that a card shows?

The check that points at one masks it. Where another check points at words around it, such as the sentence of
a story, it is masked there in the same way: a card may be read over somebody's shoulder.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.checks.pointing import excerpt_of
from app.domain.draft import Field
from app.domain.finding import Finding, Span
from app.domain.reading import Reading

_MASKING = frozenset({"identifiers", "credentials"})


def cover_numbers(findings: Sequence[Finding], reading: Reading) -> Sequence[Finding]:
    """The same findings with what is masked in one masked in all."""
    texts = {Field.SUBJECT: reading.subject.clean, Field.BODY: reading.body.clean}
    hidden = sorted(
        (span for f in findings if f.check in _MASKING for span in f.spans if span.field in texts),
        key=lambda span: (span.start, span.end),
    )
    if not hidden:
        return findings
    return [
        finding
        if finding.check in _MASKING
        else replace(finding, spans=tuple(_covered(s, hidden, texts.get(s.field, "")) for s in finding.spans))
        for finding in findings
    ]


def _covered(span: Span, hidden: Sequence[Span], text: str) -> Span:
    """Only where the excerpt is the words themselves, and a number lies inside them."""
    inside = [h for h in hidden if h.field is span.field and span.start <= h.start and h.end <= span.end]
    if not inside or span.excerpt != excerpt_of(text[span.start : span.end]):
        return span
    shown, at = [], span.start
    for one in inside:
        if one.start >= at:
            shown += [text[at : one.start], one.excerpt]
            at = one.end
    return replace(span, excerpt=excerpt_of("".join([*shown, text[at : span.end]])))
