"""Does everybody on this draft need it, and are they in the right field?

What it sees: an all-staff group by its name or address, how many people inside are reached, and whether
the writer is an office whose work it is to write to all of them (a director, human resources, IT) or the
mail a notice that speaks for no one person; how many entries To and Cc have; a reply to all, with its
length; somebody in Cc who is asked by name to do something; a greeting to one or two people while many
inside are copied in; a text that addresses one phase while schools of another are among the recipients;
and, on a reply or forward, a reader outside whose domain is nowhere in the earlier messages.

What it does not see: the people behind a group whose size is not known; who needs the information;
requests that name nobody ("could one of you"); nicknames unlike the display name; a new reader when
the earlier messages show no addresses at all.
"""

from collections.abc import Iterator, Mapping

import re2

from app import linear
from app.checks.audience.addressed import Width, addresses_in
from app.checks.audience.everybody import is_everybody
from app.checks.audience.notices import is_notice
from app.checks.audience.offices import is_from_an_office
from app.checks.audience.people import people_inside
from app.checks.check import Check
from app.checks.pointing import in_body, in_text, to_entries, to_readers, to_whole_field
from app.checks.wording.greeting import greeting_of
from app.checks.words import Pattern, any_of, first_found
from app.domain.audience import Belonging
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import Part, Reading
from app.domain.school import Phase

_ID = "internal-audience"
_BLANKET_FROM = 10
_MANY_INSIDE_FROM = 5
_NAMED_AT_MOST = 2
_MOST_NAMES = 50
_SHORTEST_NAME = 3

_REQUEST_AFTER = any_of(r"""
    please
    (?:can|could|would|will) you
    (?:are you|would you be) able to
    kindly
    over to you
    (?:grateful|appreciate it) if you
    I need you to
    you(?:'ll| will)? need to
""")
_WISH = any_of("I'd like|I would like|I need|I am asking|I'm asking|I have asked|I've asked")
_VERB = any_of("""
    send|check|confirm|book|arrange|chase|update|take|look|let|complete|sign|review|reply|respond|draft|add
    forward|ask|call|ring|email|find|make|provide|prepare|pick|sort|set|bring|speak|contact|upload|print|pass
""")


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _all_user(reading)
    yield from _many(reading, Field.TO, "many-to")
    yield from _many(reading, Field.CC, "many-cc")
    yield from _cc_asked(reading)
    yield from _reply_all(reading)
    yield from _mismatch(reading)
    yield from _many_inside(reading)
    yield from _new_domain(reading)


def _all_user(reading: Reading) -> Iterator[Finding]:
    named = [r for r in reading.audience.readers if is_everybody(r)]
    inside = people_inside(reading.audience)
    if not named and inside < _BLANKET_FROM:
        return
    sure = Confidence.HIGH if named or inside == reading.audience.inside else Confidence.MEDIUM
    facts = {
        "inside": inside,
        "people": reading.audience.people,
        "all_staff_group": bool(named),
        "from_office": is_from_an_office(reading),
        "notice": is_notice(reading, named),
    }
    yield _finding("all-user", sure, to_readers(reading.draft, named), facts)


def _many(reading: Reading, field: Field, kind: str) -> Iterator[Finding]:
    count = len(reading.draft.addressed(field))
    if count > 1:
        yield _finding(kind, Confidence.HIGH, (to_whole_field(reading.draft, field),), {field.value: count})


def _reply_all(reading: Reading) -> Iterator[Finding]:
    if reading.draft.reply is ReplyKind.REPLY_ALL and reading.audience.recipients > 1:
        facts = {"recipients": reading.audience.recipients, "words": len(reading.own.split())}
        yield _finding("reply-all", Confidence.HIGH, (), facts)


def _cc_asked(reading: Reading) -> Iterator[Finding]:
    """A request that names somebody in Cc whose first name nobody in To has."""
    acting = {_first_name(r.mailbox.name).lower() for r in reading.draft.addressed(Field.TO)}
    copied = {
        name: place
        for place, r in enumerate(reading.draft.addressed(Field.CC)[:_MOST_NAMES])
        if len(name := _first_name(r.mailbox.name)) >= _SHORTEST_NAME and name.lower() not in acting
    }
    if not copied:
        return
    found = first_found(_request_to(copied), reading.own)
    words = tuple(in_body(reading, *(m.span(1) if m[1] else m.span(2))) for m in found)
    if words:
        asked = [place for name, place in copied.items() if any(name in span.excerpt for span in words)]
        spans = (*words, *to_entries(reading.draft, Field.CC, asked))
        yield _finding("cc-asked-to-act", Confidence.MEDIUM, spans, {"cc": len(asked)})


def _request_to(names: Mapping[str, int]) -> Pattern:
    """A name opens its sentence, or stands between "can" and a verb."""
    who = "(?:" + "|".join(re2.escape(name) for name in names) + ")"
    opens = r"(?:^|[\n.!?;:*@\x{2022}\x{2013}\x{2014}-])\s*"
    named = (
        rf"(?:(?i:dear|hi|hello|hey)\s+)?{who}(?:\s*[,:\x{{2013}}\x{{2014}}-]\s*|\s+)(?i:{_REQUEST_AFTER})"
    )
    asked = rf"(?i:can|could|would|will)\s+{who}\s+(?i:(?:please|kindly)\s+)?(?i:{_VERB})"
    wished = rf"(?i:{_WISH})\s+{who}\s+(?i:to)"
    return linear.compile(rf"{opens}({named})\b|\b({asked}|{wished})\b")


def _first_name(display: str) -> str:
    """The given name in "Sam Patel" or "Patel, Sam (Finance)"; empty when there is no name."""
    plain = display.partition("(")[0].partition("@")[0] if "@" not in display else ""
    _, comma, after = plain.partition(",")
    words = (after if comma else plain).split()
    return words[0] if words and words[0][:1].isupper() else ""


def _mismatch(reading: Reading) -> Iterator[Finding]:
    """Schools of a phase that the text does not speak to; all-through and middle schools fit several."""
    said = [
        a for a in addresses_in(reading) if a.width is Width.PHASE or (a.phases and a.width is Width.ROLE)
    ]
    meant = frozenset[Phase]().union(*(a.phases for a in said))
    if not meant:
        return
    others = [
        reader
        for reader in reading.audience.readers
        if reader.schools and not any(_fits(s.phase, meant) for s in reader.schools)
    ]
    if others:
        placed = [r for r in reading.audience.readers if r.schools]
        facts = {"others": len(others), "placed": len(placed)}
        sure = Confidence.HIGH if len(others) == len(placed) else Confidence.MEDIUM
        spans = (
            in_text(reading, said[0].field, said[0].start, said[0].end),
            *to_readers(reading.draft, others[:_MOST_NAMES]),
        )
        yield _finding("audience-mismatch", sure, spans, facts)


_ALSO = {
    Phase.PRIMARY: {Phase.PRIMARY, Phase.MIDDLE, Phase.ALL_THROUGH},
    Phase.NURSERY: {Phase.NURSERY, Phase.PRIMARY, Phase.ALL_THROUGH},
    Phase.MIDDLE: {Phase.MIDDLE, Phase.ALL_THROUGH},
    Phase.SECONDARY: {Phase.SECONDARY, Phase.MIDDLE, Phase.ALL_THROUGH},
    Phase.SIXTEEN_PLUS: {Phase.SIXTEEN_PLUS, Phase.SECONDARY, Phase.ALL_THROUGH},
    Phase.ALL_THROUGH: {Phase.ALL_THROUGH},
    Phase.SPECIAL: {Phase.SPECIAL, Phase.ALTERNATIVE},
    Phase.ALTERNATIVE: {Phase.SPECIAL, Phase.ALTERNATIVE},
}


def _fits(phase: Phase, meant: frozenset[Phase]) -> bool:
    return phase is Phase.OTHER or any(phase in _ALSO.get(m, {m}) for m in meant)


def _many_inside(reading: Reading) -> Iterator[Finding]:
    greeting = greeting_of(reading)
    inside = people_inside(reading.audience)
    if greeting is None or inside < _MANY_INSIDE_FROM or not 1 <= len(greeting.names) <= _NAMED_AT_MOST:
        return
    facts = {"inside": inside, "named": len(greeting.names)}
    yield _finding("many-inside", Confidence.MEDIUM, (in_body(reading, greeting.start, greeting.end),), facts)


def _new_domain(reading: Reading) -> Iterator[Finding]:
    if reading.draft.reply is ReplyKind.NEW:
        return
    earlier = {
        mention.address.rpartition("@")[2].lower()
        for region in reading.regions
        if region.part is Part.QUOTED
        for mention in reading.addresses
        if mention.field is Field.BODY and region.start <= mention.start < region.end
    }
    new = [
        reader
        for reader in reading.audience.readers
        if reader.belonging in {Belonging.OUTSIDE, Belonging.WEBMAIL}
        and reader.recipient.mailbox.domain
        and reader.recipient.mailbox.domain not in earlier
    ]
    if earlier and new:
        yield _finding(
            "new-domain-in-thread", Confidence.MEDIUM, to_readers(reading.draft, new), {"outside": len(new)}
        )


def _finding(kind: str, sure: Confidence, spans: tuple[Span, ...], facts: Mapping[str, Fact]) -> Finding:
    return Finding(_ID, kind, sure, spans, facts)


CHECK = Check(
    _ID,
    _look,
    {
        "all-user": "An all-staff group, or many people inside",
        "many-to": "More than one entry in To",
        "many-cc": "More than one entry in Cc",
        "cc-asked-to-act": "Somebody in Cc is asked by name to do something",
        "reply-all": "A reply to everybody on the first message",
        "audience-mismatch": "The text addresses one phase; some schools reached are of another",
        "many-inside": "A greeting to one or two people while many inside are copied in",
        "new-domain-in-thread": "A reader outside whose domain is not in the earlier messages",
    },
)
