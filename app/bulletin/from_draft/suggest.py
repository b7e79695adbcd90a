"""What would the item of the bulletin say, made of this draft alone?

Every word of it stands in the draft. What is private never reaches headline or summary; where the body holds
some, that is marked for the sender to take out. Whatever the draft does not say stays empty.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from app.bulletin.from_draft.closing import closing_date_of
from app.bulletin.from_draft.contact import contact_of
from app.bulletin.from_draft.headline import headline_of, in_plain_case
from app.bulletin.from_draft.own_text import PRIVATE, OwnText, own_text
from app.bulletin.from_draft.summarise import naming, summary_of, telling
from app.bulletin.from_draft.whom import whom_of
from app.domain.draft import Field
from app.domain.finding import Finding
from app.domain.item_text import Consent, ItemText
from app.domain.reading import Reading

_MOST_LINKS, _LONGEST_LINK = 10, 500


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the suggested body that should not be public: what was found, and where."""

    finding: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoesTo:
    """How many schools the draft is to, the URNs of those that can be named, and how many there are."""

    count: int = 0
    urns: frozenset[str] = frozenset()
    all: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A filled form. `from_subject` tells that the headline is the draft's subject."""

    text: ItemText
    goes_to: GoesTo
    marks: tuple[Mark, ...] = ()
    from_subject: bool = True


def suggest(
    reading: Reading,
    findings: Sequence[Finding],
    knows: Callable[[str], bool],
    clusters: Collection[str] = (),
) -> Suggestion:
    """The item that a draft would make. `knows` tells whether a word is in the dictionary."""
    own = own_text(reading, findings)
    today = reading.draft.sending_at.date()
    best = telling(own.said, reading.subject.clean, today)
    headline, used = headline_of(reading, findings, naming(own.said), knows)
    text = ItemText(
        headline=headline,
        summary=in_plain_case(summary_of(best, headline, today, used), reading, knows),
        body=own.body,
        for_whom=whom_of(reading, clusters),
        closes=closing_date_of(reading, own.said),
        contact=contact_of(reading, own.said),
        links=tuple(_links(reading, own)),
        consent=Consent.UNKNOWN,
    )
    goes_to = GoesTo(reading.audience.schools, reading.audience.urns)
    return Suggestion(text, goes_to, tuple(_marks(findings, own)), used is None)


def _links(reading: Reading, own: OwnText) -> list[str]:
    """Where the suggested body leads, each once."""
    web = (
        link.address
        for link in reading.links
        if link.host and len(link.address) <= _LONGEST_LINK and own.in_body(link.start, link.end)
    )
    return list(dict.fromkeys(web))[:_MOST_LINKS]


def _marks(findings: Sequence[Finding], own: OwnText) -> list[Mark]:
    places = {
        (place, finding.id)
        for finding in findings
        if finding.check in PRIVATE
        for span in finding.spans
        if span.field is Field.BODY
        for place in [own.in_body(span.start, span.end)]
        if place is not None
    }
    return [Mark(finding, *place) for place, finding in sorted(places)]
