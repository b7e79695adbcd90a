"""Which pages are in the review room, how does each start, and in which words is a case told?"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.domain.caller import Caller
from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMoveKind, Purpose
from app.domain.case_notes import Police, Ruling
from app.domain.choice import ChoiceReason
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.flagged import Outcome, Risk
from app.domain.item import Person
from app.domain.reveal import Extent
from app.web.navigation import Place
from app.web.pages import ASKS, counted, facts_left_open, page
from app.web.review.around import SIGNS
from app.web.review.room import MEANINGS, ReviewRoom

ROOMS = (
    Place("/review", "To review"),
    Place("/review/closed", "Closed"),
    Place("/review/insight", "Insight"),
)
WORDS: Mapping[str, str] = {
    Outcome.STOPPED: "Stopped",
    Outcome.OVERRIDDEN: "Sent all the same",
    Outcome.CALLED_WRONG: "Sent; the sender calls the warning wrong",
    CaseState.WAITING: "Waits",
    CaseState.CLAIMED: "Claimed",
    CaseState.WITH_SENIOR: "Stopped: ask the senior person",
    CaseState.CLOSED: "Closed",
    Ruling.FINE: "Fine",
    Ruling.WRONG_WARNING: "The warning was wrong",
    Ruling.COACH: "A word to the sender",
    Ruling.ESCALATE: "Passed on to the senior person",
    Purpose.ABUSE: "Abuse of the mail system",
    Purpose.FAULT: "A fault in Sendwell or its rules",
    ChoiceReason.NOT_THERE: "What the card says is not in the mail",
    ChoiceReason.DOES_NOT_FIT: "The rule is not meant for this",
    ChoiceReason.AGREED: "Somebody who may decide it has agreed",
    ChoiceReason.NO_OTHER_WAY: "The channel that is advised cannot be used",
    ChoiceReason.OTHER: "Another reason",
    Field.SUBJECT: "the subject",
    Field.BODY: "the text",
    Field.ATTACHMENTS: "the attachments",
    Field.TO: "the readers",
    Field.CC: "the readers",
    Field.BCC: "the readers",
    Police.NOT_ASKED: "Not asked yet",
    Police.UNDECIDED: "They have not decided",
    Police.YES: "They want the police told",
    Police.NO: "They do not want the police told",
    Police.NOBODY: "Nobody was harmed",
    Extent.EXCERPT: "The sentences that the card is about",
    Extent.DRAFT: "The subject and the whole text",
    Extent.WORDS: "Words that the sender put in",
    **SIGNS,
}
MOVES: Mapping[str, str] = {
    CaseMoveKind.FLAGGED: "flagged it",
    CaseMoveKind.OPENED: "opened it",
    CaseMoveKind.CLAIMED: "claimed it",
    CaseMoveKind.LET_GO: "gave it back to the queue",
    CaseMoveKind.HANDED_OVER: "handed it over to",
    CaseMoveKind.QUESTIONED: "stopped it: a person’s conduct is in question",
    CaseMoveKind.ASKED_SENIOR: "asked",
    CaseMoveKind.WISHED: "noted what the person harmed wants",
    CaseMoveKind.HELD: "holds it as evidence of abuse",
    CaseMoveKind.LIFTED: "lifted the hold",
    CaseMoveKind.DECIDED: "decided it",
    CaseMoveKind.ASKED_SENDER: "asked the sender",
    CaseMoveKind.ATTACHED: "attached words of the mail",
    CaseMoveKind.TOOK_BACK: "took back what was attached",
    CaseMoveKind.ASKED_REVEAL: "asked to see what is attached",
    CaseMoveKind.AGREED_REVEAL: "agreed that it is shown",
    CaseMoveKind.DECLINED_REVEAL: "declined that it is shown",
    CaseMoveKind.WAS_SHOWN: "was shown what is attached, as agreed by",
}
_RISKS: Mapping[Risk, tuple[str, str]] = {
    Risk.HIGH: ("block", "High risk"),
    Risk.MEDIUM: ("warn", "Medium risk"),
    Risk.LOW: ("info", "Low risk"),
}
_SURE: Mapping[Confidence, str] = {
    Confidence.HIGH: "Surely",
    Confidence.MEDIUM: "Probably",
    Confidence.LOW: "Perhaps",
}
_INITIALS = frozenset({"nhs", "upn", "uln", "utr", "iban", "mrz", "pin", "vat"})
_READERS = (
    ("inside", "colleague", "colleagues"),
    ("schools", "school", "schools"),
    ("outside", "address outside", "addresses outside"),
    ("webmail", "private address", "private addresses"),
    ("groups", "group", "groups"),
    ("unknown", "address not known", "addresses not known"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One kind of thing that was seen: what stands for it, what it means, where and how often."""

    mask: str
    meaning: str
    where: str
    places: int
    confidence: str


@dataclass(frozen=True, slots=True)
class Row:
    """A case in words, without anybody's name. The risk is (how loud, words)."""

    case: Case
    risk: tuple[str, str]
    readers: str
    seen: tuple[Seen, ...]
    is_mine: bool


def row(case: Case, person: Caller) -> Row:
    """One of them, as somebody sees it."""
    flagged, reviewer = case.flagged, case.reviewer
    seen = tuple(
        Seen(
            _mask(one.finding),
            MEANINGS.get(one.finding, one.finding),
            WORDS[one.field] if one.field else "the mail as a whole",
            one.places,
            _SURE[one.confidence],
        )
        for one in flagged.evidence
    )
    is_mine = reviewer is not None and reviewer.address == as_somebody(person).address
    return Row(case, _RISKS[flagged.risk], _readers(flagged.audience), seen, is_mine)


def _mask(finding: str) -> str:
    """``NHS number``, for ``identifiers/nhs-number``."""
    words = finding.partition("/")[2].split("-")
    return " ".join(word.upper() if word in _INITIALS else word for word in words)


def _readers(audience: Mapping[str, int | bool]) -> str:
    """``2 colleagues, 1 address outside``."""
    found = ((int(audience.get(name, 0)), one, more) for name, one, more in _READERS)
    return ", ".join(counted(*known) for known in found if known[0]) or "nobody yet"


def title_of(room: ReviewRoom, name: str) -> str:
    """What the rule says, or its id when it is gone."""
    rule = room.rule(name)
    return facts_left_open(rule.title) if rule else name


def review_page(
    request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: Any
) -> HTMLResponse:
    """A page of this room; `template` is under ``templates/review``."""
    room = "/review/closed" if request.url.path == "/review/closed" else "/review"
    known = {"rooms": ROOMS, "room": room, "words": WORDS, "moves": MOVES, "purpose": None}
    reply = page(request, f"review/{template}", status, **known | values)
    reply.headers["Content-Security-Policy"] += ASKS
    return reply


def as_somebody(person: Caller) -> Person:
    """The person at the page, as cases name people: by their key where the sign-in gives no address."""
    return Person(person.name, person.address or person.key)
