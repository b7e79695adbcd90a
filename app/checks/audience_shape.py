"""How many schools does this draft reach, and of what shape is the set?

What it sees: from the recipients, as the directory places them, one school, one or two clusters, one phase,
most schools, or a chosen few; from the text, whether it addresses all schools, one phase ("all primary
headteachers") or a role across schools ("all SENCOs", "Dear Chairs of Governors"), a reason for choosing
the schools ("schools who have signed up", or one that the language model hears; half heard in mail to few,
with low confidence, so that the sender can be asked), and a greeting to many in a mail to one school that
is not the writer's own. Where Exchange is asked, groups with members outside the
organisation, groups that a moderator reads first, and groups that do not take this sender's mail. A list
that could not be opened is said, never taken for one school. With no recipients yet, only the text speaks,
and quietly.

What it does not see: schools behind a group that cannot be opened; a role or phase that is only
mentioned ("all schools have replied"), or limited to a cluster, trust or project ("all schools in
the cluster"); whether the reason for choosing the schools is a good one.
"""

from collections.abc import Iterator, Mapping

from app.checks.audience.addressed import Address, Width, addresses_in
from app.checks.audience.at_home import is_within_one_school
from app.checks.audience.chosen import half_why_these, why_these
from app.checks.audience.in_person import speaks_in_person
from app.checks.check import Check
from app.checks.pointing import in_body, in_text, to_readers
from app.checks.wording.greeting import greeting_of
from app.checks.words import whole, whole_any
from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import Field, RecipientKind, ReplyKind
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import Reading
from app.domain.school import Phase

_ID = "audience-shape"
_MOST = 0.8
_FEW_CLUSTERS = 2
_A_FEW_SCHOOLS = 3
_KINDS = {Width.SCHOOLS: "all-schools", Width.PHASE: "one-phase", Width.ROLE: "role-audience"}

_PLURAL_HEADS = whole_any("head ?teachers|heads|principals|schools|senco?s|governors|dsls|business managers")
_OF_ONE_PLACE = whole(r"(?:all|everyone|everybody|colleagues) (?:at|in) (?:the )?(?-i:\p{Lu})\p{Ll}+")
_GENERIC = whole_any("all|everyone|every ?body|colleagues|head ?teachers|heads|principals|schools")


def _look(reading: Reading) -> Iterator[Finding]:
    audience = reading.audience
    addresses = tuple(addresses_in(reading))
    yield from _unknown(reading, addresses)
    if audience.schools:
        yield from _shape(reading, addresses)
    elif not audience.recipients and addresses:
        yield _only_said(reading, addresses)
    if audience.schools > 1 or audience.unknown:
        yield from _reason(reading)
    if audience.schools == 1 and not is_within_one_school(reading):
        yield from _generic_greeting(reading)
    if audience.outside + audience.webmail > 1:
        yield _finding("many-outside", Confidence.HIGH, (), _outside(audience))
    yield from _as_exchange_says(reading)


def _as_exchange_says(reading: Reading) -> Iterator[Finding]:
    """What is known of groups; what is not known is none of these."""
    groups = [r for r in reading.audience.readers if r.recipient.kind is RecipientKind.GROUP]
    for kind, found in (
        ("outside-in-group", [r for r in groups if r.members_outside]),
        ("moderated", [r for r in groups if r.recipient.facts.is_moderated]),
        ("not-taken", [r for r in groups if r.recipient.facts.is_restricted]),
    ):
        if found:
            facts: dict[str, Fact] = {
                "groups": len(found),
                "members": sum(r.members or 0 for r in found),
                "members_outside": sum(r.members_outside or 0 for r in found),
            }
            yield _finding(kind, Confidence.HIGH, to_readers(reading.draft, found), facts)


def _shape(reading: Reading, addresses: tuple[Address, ...]) -> Iterator[Finding]:
    audience = reading.audience
    if audience.schools == 1:
        if not audience.unknown:
            sure = Confidence.MEDIUM if audience.is_lower_bound else Confidence.HIGH
            yield _finding("one-school", sure, (), _counts(audience))
        return
    said = _strongest(addresses, audience)
    kind, sure = _kind_of(audience, said)
    spans = (_span(reading, said),) if said is not None and _KINDS[said.width] == kind else ()
    is_in_person = not (said and said.is_plain) and speaks_in_person(reading)
    facts = {**_counts(audience, said), **({"in_person": True} if is_in_person else {})}
    facts |= {"share": round(audience.share, 2), "recognised": audience.is_from_recognised}
    facts |= {"in_confidence": reading.is_confidential}
    yield _finding(kind, sure, spans, facts)


def _kind_of(audience: Audience, said: Address | None) -> tuple[str, Confidence]:
    """The shape of two or more schools.

    The policy asks about clusters first (the local officer passes it on), whatever the text says;
    the text decides between the other shapes.
    """
    if audience.share >= _MOST:
        return "all-schools", Confidence.HIGH
    if len(audience.clusters) <= _FEW_CLUSTERS and not audience.unclustered:
        return "one-or-two-clusters", Confidence.HIGH
    if said is not None:
        return _KINDS[said.width], Confidence.HIGH if said.is_plain else Confidence.MEDIUM
    if _phase(audience) is not None:
        return "one-phase", Confidence.HIGH
    return "several-schools", Confidence.HIGH


def _strongest(addresses: tuple[Address, ...], audience: Audience) -> Address | None:
    """The phrase that decides: plain words before a plural greeting, then in the order written."""
    usable = [
        a
        for a in addresses
        if (a.width is not Width.SCHOOLS or audience.schools >= _A_FEW_SCHOOLS)
        and (a.width is not Width.PHASE or not a.phases.isdisjoint(audience.phases))
    ]
    return next((a for a in usable if a.is_plain), usable[0] if usable else None)


def _only_said(reading: Reading, addresses: tuple[Address, ...]) -> Finding:
    said = next((a for a in addresses if a.is_plain), addresses[0])
    return _finding(
        _KINDS[said.width], Confidence.LOW, (_span(reading, said),), _counts(reading.audience, said)
    )


def _unknown(reading: Reading, addresses: tuple[Address, ...]) -> Iterator[Finding]:
    audience = reading.audience
    if not audience.unknown:
        return
    closed = [r for r in audience.readers if r.belonging is Belonging.UNKNOWN]
    unresolved = sum(_is_only_a_name(r) for r in closed)
    is_list = any(r.recipient.kind in {RecipientKind.GROUP, RecipientKind.CONTACT_LIST} for r in closed)
    facts: dict[str, Fact] = {
        "unknown": audience.unknown,
        "closed": len(closed) - unresolved,
        "unresolved": unresolved,
        "groups": audience.groups,
        "schools": audience.schools,
        "says_all_schools": any(a.width is not Width.ROLE for a in addresses),
        "says_role": any(a.width is Width.ROLE for a in addresses),
    }
    yield _finding(
        "unknown-audience",
        Confidence.HIGH if is_list else Confidence.MEDIUM,
        to_readers(reading.draft, closed),
        facts,
    )


def _is_only_a_name(reader: Reader) -> bool:
    """A name that was typed and that Outlook has not matched with an address yet."""
    recipient = reader.recipient
    is_person = recipient.kind in {RecipientKind.USER, RecipientKind.OUTSIDE, RecipientKind.UNKNOWN}
    return is_person and "@" not in recipient.mailbox.address and bool(recipient.mailbox.name)


def _reason(reading: Reading) -> Iterator[Finding]:
    spans = why_these(reading)
    if spans:
        yield _finding("selection-reason", Confidence.MEDIUM, spans, {"schools": reading.audience.schools})
    elif half := half_why_these(reading):
        facts: dict[str, Fact] = {"schools": reading.audience.schools, "half_heard": True}
        yield _finding("selection-reason", Confidence.LOW, half, facts)


def _generic_greeting(reading: Reading) -> Iterator[Finding]:
    greeting = greeting_of(reading)
    if greeting is None or not _GENERIC.search(greeting.whom) or _OF_ONE_PLACE.search(greeting.whom):
        return
    is_alone = reading.audience.recipients == 1
    if not is_alone and not _PLURAL_HEADS.search(greeting.whom):
        return
    is_new = reading.draft.reply is ReplyKind.NEW
    sure = Confidence.MEDIUM if is_alone and is_new else Confidence.LOW
    yield _finding(
        "generic-greeting", sure, (in_body(reading, greeting.start, greeting.end),), {"schools": 1}
    )


def _phase(audience: Audience) -> Phase | None:
    return audience.phases[0] if len(audience.phases) == 1 and audience.phases != (Phase.OTHER,) else None


def _counts(audience: Audience, said: Address | None = None) -> Mapping[str, Fact]:
    facts: dict[str, Fact] = {"schools": audience.schools, "clusters": len(audience.clusters)}
    phase = _phase(audience)
    if said is not None:
        facts["addresses"] = said.width.value
        phase = next(iter(said.phases)) if len(said.phases) == 1 else phase
    return facts if phase is None else {**facts, "phase": phase.value}


def _outside(audience: Audience) -> Mapping[str, Fact]:
    shown = [r.belonging for r in audience.readers if r.recipient.field is not Field.BCC]
    return {
        "outside": audience.outside + audience.webmail,
        "visible": sum(b in {Belonging.OUTSIDE, Belonging.WEBMAIL} for b in shown),
        "families_visible": shown.count(Belonging.WEBMAIL),
        "families": audience.webmail,
        "partners": audience.outside,
    }


def _span(reading: Reading, said: Address) -> Span:
    return in_text(reading, said.field, said.start, said.end)


def _finding(kind: str, sure: Confidence, spans: tuple[Span, ...], facts: Mapping[str, Fact]) -> Finding:
    return Finding(_ID, kind, sure, spans, facts)


CHECK = Check(
    _ID,
    _look,
    {
        "one-school": "Every school recipient belongs to one school",
        "one-or-two-clusters": "Every school reached is in one or two clusters",
        "all-schools": "Most schools are reached, or the text addresses all schools",
        "one-phase": "The schools are of one phase, or the text addresses one phase",
        "role-audience": "The text addresses a role across schools",
        "several-schools": "Two or more schools that are not one phase and not one or two clusters",
        "unknown-audience": "A list or entry that could not be opened or placed",
        "selection-reason": "The text says why these schools were chosen",
        "generic-greeting": "A greeting to many in a mail to one school",
        "outside-in-group": "A group with members outside the organisation",
        "moderated": "A group to which mail goes by a moderator",
        "not-taken": "A group that does not take mail from this sender",
        "many-outside": "Two or more readers outside the organisation who are not schools",
    },
)
