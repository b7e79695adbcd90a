"""What should a mail policy say that none of the documents says?

Each Safeguard is expected once some document speaks of what it guards; a sentence that argues
against it is quoted, because then staff have reason to leave it out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind


@dataclass(frozen=True, slots=True)
class Safeguard:
    """What is expected (`said`) once a sentence has `called_for`; `against` argues the other way."""

    name: str
    called_for: str
    said: str
    against: str
    why: str


SAFEGUARDS: tuple[Safeguard, ...] = (
    Safeguard(
        "Bcc",
        r"[“\"']?\bcc\b[”\"']? (?:field|line)|\bto\b[”\"'] field|\b(?:bulk|mass|group"
        r"|circular)s? (?:e-?mails?|mailings?|messages?)|\be-?mail(?:s|ing)? (?:\w+ ){0,4}(?:all|many"
        r"|groups? of) (?:\w+ )?(?:parents|families|patients|members|residents|customers|clients"
        r"|supporters)\b|\bmailing lists?\b",
        r"\b(?:bcc|blind (?:carbon )?cop(?:y|ies)|hidden cop(?:y|ies)|hide (?:the |their )?(?:addresses"
        r"|recipients))\b",
        r"\b(?:communications?|e-?mails?|messages?|mail)\b.{0,40}\b(?:transparent|open to scrutiny"
        r"|openly|in the open)\b",
        "one family's or person's address may not be shown to the others. Say when to use it (many people "
        "outside) "
        "and when not (among colleagues)",
    ),
    Safeguard(
        "what to do about a message sent to the wrong person",
        r"\b(?:personal data|personal information|confidential information|sensitive information"
        r"|mis-?sent)\b",
        r"\b(?:(?:data|personal|information|security) (?:data )?breach\w*|sent (?:it "
        r"|this )?(?:in error|by mistake|to the wrong)|wrong (?:person|recipient|address)"
        r"|wrongly (?:sent|addressed)|recall (?:the |a )?(?:message|e-?mail))\b",
        r"\bnever (?:admit|apologise)\b",
        "the data protection officer must hear at once: a serious breach is reported within 72 hours. Say "
        "whom to tell",
    ),
    Safeguard(
        "whom to turn to when somebody may be in danger",
        r"\b(?:safeguarding|child protection|at risk of harm|vulnerable (?:groups|people|adults"
        r"|children))\b",
        r"\b(?:safeguarding (?:lead|officer|team)|designated (?:\w+ ){0,3}(?:lead|officer|person)"
        r"|welfare officer|safeguarding (?:\w+ ){0,3}polic(?:y|ies)"
        r"|child protection (?:\w+ ){0,3}polic(?:y|ies)|call 999|emergency services)\b",
        r"\b(?:no|not) (?:\w+ ){0,3}safeguarding issues .{0,40}e-?mail\b",
        "a message may lie unread. Name the person and the telephone number",
    ),
)


def missing_safeguards(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark for each safeguard that the documents call for together and none mentions."""
    for guard in SAFEGUARDS:
        if any(_pattern(guard.said).search(s.text) for s in statements):
            continue
        caller = _first(statements, guard.called_for)
        if caller is None:
            continue
        place, at = caller
        arguing = _first(statements, guard.against)
        against = f" {arguing[0].cited(arguing[1])} may even read as against it." if arguing else ""
        message = (
            f"No document mentions {guard.name}, though {place.cited(at)} calls for it: {guard.why}.{against}"
        )
        yield Remark(RemarkKind.SAFEGUARD_MISSING, place.pack, "", place.line_at(at), message, place.document)


def _first(statements: Sequence[Statement], words: str) -> tuple[Statement, int] | None:
    for statement in statements:
        if match := _pattern(words).search(statement.text):
            return statement, match.start()
    return None


@cache
def _pattern(words: str) -> Any:
    return re2.compile(f"(?i){words}")
