"""What does one pack lack as a whole?

An owner, a review, a secure channel, its wider and related policies, quotations that its source
holds, figures that its source gives.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import re2

from app.policy.linting.statement import Statement
from app.policy.pack import Pack
from app.policy.remark import Remark, RemarkKind

SOON = timedelta(days=30)
SECRETS = ("identifiers/", "confidential-story/", "credentials/password", "mail-in-confidence/")

_FIGURE = re2.compile(r"\b\d+(?:[.,]\d+)*\b")
_NUMBERING = re2.compile(r"(?m)^[ \t·-]*\d+\.\s")
_DAYS_OF_WEEK = 7
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTED = re2.compile(rf"(?i)\b({'|'.join(_COUNTS)})\s+(week|\w+)")
_BESIDE = re2.compile(
    r"(?i)\b(?:linked to (?:\w+ ){0,3}polic(?:y|ies)|in conjunction with|read (?:with|together"
    r"|alongside|beside) \w+|(?:wide|wider|separate|parent|overarching) (?:\w+ ){0,2}polic(?:y"
    r"|ies) (?:governing|on|for|listed)|forms? part of (?:the|our) (?:\w+ ){0,4}polic(?:y|ies)"
    r"|see (?:also )?(?:the|our) (?:\w+ ){0,5}polic(?:y|ies)\b)"
)
_NAMED = re2.compile(
    r"\b((?:[A-Z][\w’'-]+(?: (?:and|of|&|for|with))? ){1,5}(?:Policy|Policies|Agreement|Code"
    r"|Procedures?))\b"
)


def about_pack(
    pack: Pack, text: str | None, statements: Sequence[Statement], today: date
) -> Iterator[Remark]:
    """What concerns a pack as a whole."""
    yield from _kept_up(pack, today)
    yield from _points(pack)
    yield from _secure_channel(pack)
    if text is None:
        message = f"The document {pack.document} is not there. Put it beside the packs, or correct its name."
        yield Remark(RemarkKind.NO_SOURCE, pack.id, "", 1, message)
        return
    yield from _related(pack, statements)
    yield from _quotations(pack, text)
    yield from _own_numbers(pack, text)


def _kept_up(pack: Pack, today: date) -> Iterator[Remark]:
    def remark(kind: RemarkKind, message: str) -> Remark:
        return Remark(kind, pack.id, "", 1, message)

    if not pack.owner:
        yield remark(RemarkKind.NO_OWNER, "Nobody owns this policy. Name a person or post under `owner`.")
    due = pack.review_by
    if due is None:
        yield remark(RemarkKind.NO_REVIEW_DATE, "No review is planned. Give a date under `review_by`.")
    elif due < today:
        overdue = f"The review was due on {due.isoformat()}. Review the policy, then set the next date."
        yield remark(RemarkKind.REVIEW_OVERDUE, overdue)
    elif due - today <= SOON:
        soon = f"The review is due on {due.isoformat()}. Look at how its rules did, then set the next date."
        yield remark(RemarkKind.REVIEW_DUE, soon)


def _points(pack: Pack) -> Iterator[Remark]:
    for point in pack.staff_cards.untold:
        message = f"Newcomers must be told “{point}”, and no card tells them. Add one under `staff_cards`."
        yield Remark(RemarkKind.POINT_NOT_TOLD, pack.id, "", 1, message)


def _secure_channel(pack: Pack) -> Iterator[Remark]:
    about = next((r for r in pack.rules if any(f.startswith(SECRETS) for f in r.listens)), None)
    named = any("secure" in name or "encrypted" in name for name in pack.contacts)
    linked = any(a.kind == "use-secure-channel" and a.href for r in pack.rules for a in r.actions)
    if about and not named and not linked:
        message = (
            f"{about.id} keeps confidential matters back, but the pack names no secure channel. Name one "
            f"under "
            "`contacts`, so that staff know where to go."
        )
        yield Remark(RemarkKind.NO_SECURE_CHANNEL, pack.id, about.id, about.line, message)


def _related(pack: Pack, statements: Sequence[Statement]) -> Iterator[Remark]:
    """The wider and related policies that the source names and the pack does not."""
    listed = " ".join((*pack.parents, *pack.related)).lower()
    naming = [(s, m) for s in statements if (m := _BESIDE.search(s.in_full))]
    if not naming:
        return
    names = dict.fromkeys(
        " ".join(match[1].split())
        for s, _ in naming
        for match in _NAMED.finditer(s.text)
        if match[1] != pack.title
    )
    missing = [name for name in names if name.lower() not in listed]
    first = naming[0][0]
    if not listed:
        said = f", among them {', '.join(missing[:6])}" if missing else ""
        message = (
            f"{first.cited()} names wider or related policies{said}; the pack names none. List them under "
            f"`parents` "
            "and `related`."
        )
    elif missing:
        message = f"The source also names {', '.join(missing[:6])}. Add what is missing under `related`."
    else:
        return
    yield Remark(RemarkKind.RELATED_POLICIES, pack.id, "", first.line, message, first.document)


def _quotations(pack: Pack, text: str) -> Iterator[Remark]:
    joined = " ".join(text.split())
    quoted = [(rule.id, rule.line, rule.clause.quote) for rule in pack.rules]
    quoted += [("", 1, clause.quote) for clause in pack.route.values()]
    quoted += [("", 1, card.clause.quote) for card in pack.staff_cards.cards]
    quoted += [("", 1, point) for point in pack.staff_cards.points]
    for rule, line, quote in quoted:
        if quote not in joined:
            message = f"The source does not say “{quote}”. Quote it word for word."
            yield Remark(RemarkKind.QUOTE_NOT_IN_SOURCE, pack.id, rule, line, message)


def _own_numbers(pack: Pack, text: str) -> Iterator[Remark]:
    figures = set(_FIGURE.findall(_NUMBERING.sub("", text)))
    for word, unit in _COUNTED.findall(text):
        count = _COUNTS.index(word.lower()) + 1
        figures |= {str(count), str(count * _DAYS_OF_WEEK) if unit.lower() == "week" else str(count)}
    own = [f"{name} {value:g}" for name, value in pack.numbers.items() if f"{value:g}" not in figures]
    if own:
        message = (
            f"The source gives no such figure for: {', '.join(own)}. They are your own; say so to staff."
        )
        yield Remark(RemarkKind.OWN_NUMBERS, pack.id, "", 1, message)
