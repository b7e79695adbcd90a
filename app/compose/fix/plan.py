"""Which step of a card can be made in the draft, and what exactly would it do?

A step that only a person can do (ring somebody, talk to somebody, not send it at all) has no plan; neither
has one where Outlook did not show the whole of what would be changed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from app.compose.fix import words
from app.compose.fix.change import Move
from app.compose.fix.later import is_later, when_to_send
from app.compose.fix.stretches import cuts_in, in_field
from app.domain.audience import Belonging
from app.domain.calendar import SchoolCalendar
from app.domain.draft import Attachment, AttachmentKind, Draft, Field, Medium
from app.domain.finding import Finding, Span
from app.domain.reading import Part, Reading
from app.domain.verdict import Action, Advice
from app.policy.policy import Policy

_WRITTEN = (Field.SUBJECT, Field.BODY)
_PEOPLE = (Field.TO, Field.CC, Field.BCC)
_TO: Mapping[str, Field] = MappingProxyType(
    {"move-to-to": Field.TO, "move-to-cc": Field.CC, "move-to-bcc": Field.BCC}
)
_CHOSEN = frozenset({"trim-recipients", "move-to-cc"})
"""Steps for which the sender may have to choose the people."""
_NEW_IN_THREAD = "internal-audience/new-domain-in-thread"
_NAME_ALONE = frozenset({"other-pupils/another-child"})
"""Findings that point at a name first, then at the sentence about it, which may stay."""
_SPELLING = MappingProxyType({"correctness/spelling": False, "correctness/american-spelling": True})
"""Findings about spelling, and whether they are of words that are right elsewhere."""
_OUTSIDE = frozenset({Belonging.OUTSIDE, Belonging.WEBMAIL})
_OURS = frozenset({Belonging.INSIDE, Belonging.SCHOOL, Belonging.CLOSED_SCHOOL})


@dataclass(frozen=True, slots=True)
class Plan:
    """What a step would do. `taken` are spans of the plain text; with `redacts` each leaves a mark.

    `respelt` are words of the plain text with what they were to be, `linked` positions of files that a link
    is to stand for.
    """

    asks: str
    said: str
    taken: tuple[Span, ...] = ()
    redacts: bool = False
    respelt: tuple[tuple[Span, str], ...] = ()
    moves: tuple[Move, ...] = ()
    detached: tuple[int, ...] = ()
    linked: tuple[int, ...] = ()
    sending_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Planning:
    """What is needed to plan the steps of one draft's cards.

    `in_plain` gives a span by its places in plain text; `may_link` tells whether a file may go on the
    website.
    """

    reading: Reading
    policy: Policy
    calendar: SchoolCalendar
    in_plain: Callable[[Span], Span]
    may_link: Callable[[Attachment], bool]

    def plan(self, advice: Advice, action: Action) -> Plan | None:
        """What the step would do; None where it is the sender's own to do."""
        make = _PLANS.get(action.kind)
        if make is None or action.by_hand or self.reading.draft.medium is not Medium.EMAIL:
            return None
        return make(self, advice, action)

    def choices(self, advice: Advice, action: Action) -> tuple[Field, ...]:
        """The fields of which the sender is to choose who stays, where the card does not say whom."""
        draft = self.reading.draft
        if (
            action.by_hand
            or action.kind not in _CHOSEN
            or draft.recipients_capped
            or self.plan(advice, action)
        ):
            return ()
        pointed = {span.field for span in in_field(self.spans(advice), *_PEOPLE)}
        fields = tuple(
            field
            for field in _PEOPLE
            if draft.addressed(field)
            and (field in pointed or not pointed)
            and field is not _TO.get(action.kind)
        )
        return fields if sum(len(draft.addressed(field)) for field in fields) > 1 else ()

    def is_done(self, action: Action) -> bool:
        """Whether nobody is left in To and Cc whose address is not for the others to see."""
        draft = self.draft
        if action.kind != "move-to-bcc" or draft.recipients_capped or not draft.addressed(Field.BCC):
            return False
        shown = {*draft.addressed(Field.TO), *draft.addressed(Field.CC)}
        readers = self.reading.audience.readers
        return not any(one.recipient in shown and one.belonging not in _OURS for one in readers)

    @property
    def draft(self) -> Draft:
        """The draft that is planned for."""
        return self.reading.draft

    def spans(self, advice: Advice) -> tuple[Span, ...]:
        """The places of a card's own kind, in plain text: what joined it may be another matter."""
        own = [f for f in advice.findings if f.check == advice.finding.check]
        if advice.finding.id in _NAME_ALONE:
            return (self.in_plain(advice.finding.spans[0]),) if advice.finding.spans else ()
        return tuple(dict.fromkeys(self.in_plain(span) for f in own for span in f.spans))


def _taking_out(planning: Planning, advice: Advice, action: Action) -> Plan | None:
    redacts = action.kind == "redact"
    if advice.finding.id == _NEW_IN_THREAD:
        return _cutting_thread(planning)
    spans = planning.spans(advice)
    written = in_field(spans, *_WRITTEN)
    if written:
        return _taking_words(planning, advice.finding, written, redacts=redacts)
    files = in_field(spans, Field.ATTACHMENTS)
    if files:
        return _detaching(planning.draft, files)
    return _leaving_out(planning, advice, action)


def _taking_words(
    planning: Planning, finding: Finding, spans: tuple[Span, ...], *, redacts: bool
) -> Plan | None:
    if planning.draft.body.truncated and in_field(spans, Field.BODY):
        return None
    cuts = cuts_in(planning.reading.body.plain, in_field(spans, Field.BODY), redacts=redacts)
    marks = redacts or any(cut.put for cut in cuts)
    places = max(len(spans), places_of(finding))
    return Plan(*words.taking_out(spans, places, marks=marks), taken=spans, redacts=redacts)


def places_of(finding: Finding) -> int:
    """How many places it has; it points at the first ones only."""
    places = finding.facts.get("places")
    return places if isinstance(places, int) and finding.spans else len(finding.spans)


def is_shortened(finding: Finding) -> bool:
    """Whether there is more of it than it points at."""
    return places_of(finding) > len(finding.spans)


def _cutting_thread(planning: Planning) -> Plan | None:
    reading = planning.reading
    below = tuple(
        planning.in_plain(Span(Field.BODY, region.start, region.end))
        for region in reading.regions
        if region.part is Part.QUOTED
    )
    if not below or planning.draft.body.truncated:
        return None
    return Plan(*words.cutting_thread(), taken=below)


def _detaching(draft: Draft, files: Sequence[Span]) -> Plan | None:
    positions = tuple(sorted({at for span in files for at in range(span.start, span.end)}))
    names = [draft.attachments[at].name for at in positions if at < len(draft.attachments)]
    return Plan(*words.detaching(names), detached=positions) if len(names) == len(positions) else None


def _leaving_out(planning: Planning, advice: Advice, _action: Action) -> Plan | None:
    people = _people(planning, advice)
    moves = tuple(Move(span.field, span.start, None) for span in people)
    return _moved(planning.draft, moves, words.leaving_out(planning.draft, people) if people else ("", ""))


def _moving(planning: Planning, advice: Advice, action: Action) -> Plan | None:
    to = _TO[action.kind]
    people = _people(planning, advice)
    if not people and to is Field.BCC and not in_field(planning.spans(advice), *_PEOPLE):
        people = tuple(_everybody_outside(planning.reading))
    people = tuple(span for span in people if span.field is not to)
    moves = tuple(Move(span.field, span.start, to) for span in people)
    return _moved(planning.draft, moves, words.moving(planning.draft, people, to) if people else ("", ""))


def _people(planning: Planning, advice: Advice) -> tuple[Span, ...]:
    """The recipients that a card points at one by one; a whole field is for the sender to choose from."""
    pointed = in_field(planning.spans(advice), *_PEOPLE)
    known = {field: len(planning.draft.addressed(field)) for field in _PEOPLE}
    is_each = all(span.end - span.start == 1 and span.start < known[span.field] for span in pointed)
    return pointed if is_each else ()


def _everybody_outside(reading: Reading) -> Iterator[Span]:
    outside = {reader.recipient for reader in reading.audience.readers if reader.belonging in _OUTSIDE}
    for field in (Field.TO, Field.CC):
        for at, recipient in enumerate(reading.draft.addressed(field)):
            if recipient in outside:
                yield Span(field, at, at + 1)


def _moved(draft: Draft, moves: tuple[Move, ...], said: tuple[str, str]) -> Plan | None:
    """None too where an entry has no address: Outlook cannot write that again."""
    gone = {(move.field, move.at) for move in moves if move.to is None}
    touched = {move.field for move in moves} | {move.to for move in moves if move.to}
    has_nameless = any(
        not recipient.mailbox.address and (field, at) not in gone
        for field in touched
        for at, recipient in enumerate(draft.addressed(field))
    )
    if not moves or draft.recipients_capped or has_nameless:
        return None
    return Plan(*said, moves=moves)


def _waiting(planning: Planning, advice: Advice, _action: Action) -> Plan | None:
    at = when_to_send(advice.finding, planning.reading, planning.policy, planning.calendar)
    if not is_later(planning.draft, at):
        return None
    return Plan(*words.sending_later(at, planning.draft.sending_at), sending_at=at)


def _linking(planning: Planning, advice: Advice, _action: Action) -> Plan | None:
    files = in_field(planning.spans(advice), Field.ATTACHMENTS)
    positions = tuple(sorted({at for span in files for at in range(span.start, span.end)}))
    known = planning.draft.attachments
    if not positions or positions[-1] >= len(known):
        return None
    chosen = [known[at] for at in positions]
    are_files = all(file.kind is AttachmentKind.FILE and not file.inline for file in chosen)
    if not (are_files and all(map(planning.may_link, chosen))):
        return None
    said = words.linking([file.name for file in chosen])
    return Plan(*said, detached=positions, linked=positions)


def _respelling(planning: Planning, advice: Advice, _action: Action) -> Plan | None:
    """All the words of the card's kinds, also those beyond the first few that it shows."""
    kinds = {_SPELLING[finding.id] for finding in advice.findings if finding.id in _SPELLING}
    respelt = tuple(
        (planning.in_plain(Span(word.field, word.start, word.end)), word.meant)
        for word in planning.reading.misspelt
        if word.is_american in kinds
    )
    in_body = in_field((span for span, _ in respelt), Field.BODY)
    if not respelt or (in_body and planning.draft.body.truncated):
        return None
    return Plan(*words.respelling([meant for _, meant in respelt]), respelt=respelt)


_Make: TypeAlias = Callable[[Planning, Advice, Action], Plan | None]
_PLANS: Mapping[str, _Make] = MappingProxyType(
    {
        "redact": _taking_out,
        "remove": _taking_out,
        "trim-recipients": _leaving_out,
        "move-to-to": _moving,
        "move-to-cc": _moving,
        "move-to-bcc": _moving,
        "delay-send": _waiting,
        "link-instead-of-attachment": _linking,
        "reword": _respelling,
    }
)
