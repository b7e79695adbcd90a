"""How are the policy's own words said to the person who owns it?"""

from collections.abc import Mapping, Sequence

from app.domain.verdict import Mode, Severity
from app.policy.coverage import CoveredClause, Standing
from app.policy.remark import WEIGHTS, Remark, RemarkKind

STANDINGS: Mapping[str, tuple[str, str]] = {
    Standing.ENFORCED.value: ("Enforced", "well"),
    Standing.TRIAL.value: ("On trial", "warn"),
    Standing.SUPPORTED.value: ("Supported", "well"),
    Standing.EXPLAINED.value: ("Explained", "info"),
    Standing.OUTSIDE.value: ("Outside", "plain"),
    Standing.NOT_YET.value: ("Not yet", "justify"),
}
"""Label and colour of each standing of a clause."""

STANDING_HINTS: Mapping[str, str] = {
    Standing.ENFORCED.value: "A rule speaks for it.",
    Standing.TRIAL.value: "A rule listens, and nobody is shown what it would say.",
    Standing.SUPPORTED.value: "Another part of Sendwell does what it asks.",
    Standing.EXPLAINED.value: "A card or a page tells people of it.",
    Standing.OUTSIDE.value: "A mail assistant cannot, or should not, do anything about it.",
    Standing.NOT_YET.value: "It is to be done, and is not.",
}

MODES: Mapping[str, tuple[str, str]] = {
    Mode.TRIAL.value: ("On trial", "warn"),
    Mode.WARN.value: ("Shown", "info"),
    Mode.ENFORCE.value: ("Enforced", "well"),
}
MODE_CHOICES: Sequence[tuple[str, str, str]] = (
    (Mode.TRIAL.value, "On trial", "It is only counted. Nobody sees it."),
    (Mode.WARN.value, "Shown", "People see its card. Nobody is asked for a reason."),
    (Mode.ENFORCE.value, "Enforced", "People see its card, and it may ask for a reason."),
)

SEVERITIES: Mapping[str, tuple[str, str]] = {
    Severity.INFO.value: ("A note", "info"),
    Severity.WARN.value: ("A warning", "warn"),
    Severity.JUSTIFY.value: ("Asks for a reason", "justify"),
    Severity.BLOCK.value: ("Take this out first", "block"),
}
SEVERITY_CHOICES: Sequence[tuple[str, str]] = [(value, label) for value, (label, _) in SEVERITIES.items()]
CONFIDENCES: Sequence[tuple[str, str]] = (
    ("low", "A hint is enough (low)"),
    ("medium", "Fairly sure (medium)"),
    ("high", "Very sure (high)"),
)

_GROUPS: Sequence[tuple[RemarkKind, str]] = (
    (RemarkKind.CLASH, "Staff cannot do as they are told"),
    (RemarkKind.NO_SOURCE, "A policy is not what it seems"),
    (RemarkKind.LAW_MISDATED, "A document has aged, or leaves something open"),
    (RemarkKind.DIFFERENT_STRENGTH, "Worth knowing"),
)


REMARK_TITLES: Mapping[RemarkKind, str] = {
    RemarkKind.PERMISSION_CLASH: "Who may publish",
    RemarkKind.CONTACTS_DIFFER: "Two ways to reach one contact",
    RemarkKind.FIGURES_DIFFER: "Two figures for one thing",
    RemarkKind.DEFINED_TOO_NARROWLY: "A word that leaves too much out",
    RemarkKind.SAFEGUARD_MISSING: "Something is not said",
    RemarkKind.NO_PUPIL_PROTOCOL: "Mail with pupils",
    RemarkKind.OUTSIDE_READERS: "Rules for people without Sendwell",
    RemarkKind.NO_SOURCE: "No document",
    RemarkKind.QUOTE_NOT_IN_SOURCE: "Words that the document does not hold",
    RemarkKind.UNKNOWN_FINDING: "Nothing to listen to",
    RemarkKind.NEVER_APPLIES: "A rule that never speaks",
    RemarkKind.LOOSER_THAN_PARENT: "Looser than the policy above it",
    RemarkKind.UNKNOWN_PARENT: "The policy above it is not here",
    RemarkKind.SAME_ID: "One name for two rules",
    RemarkKind.NUMBERS_DIFFER: "Two values for one number",
    RemarkKind.OPPOSITE_ACTIONS: "Two opposite steps",
    RemarkKind.NO_ACTION: "No step to take",
    RemarkKind.NO_LINK: "A step without a link",
    RemarkKind.POINT_NOT_TOLD: "A point for new staff is not told",
    RemarkKind.NO_SECURE_CHANNEL: "No secure channel",
    RemarkKind.LAW_MISDATED: "A law with a wrong date",
    RemarkKind.LAW_REPLACED: "A law that was replaced",
    RemarkKind.LAW_UNKNOWN: "A law that is not on the list",
    RemarkKind.LAW_LIST_OLD: "The list of laws is old",
    RemarkKind.DEAD_LINK: "A link that few can open",
    RemarkKind.OLD_LINK: "A link of the old kind",
    RemarkKind.OLD_DOCUMENT: "Old dates",
    RemarkKind.VAGUE_QUANTITY: "No numbers",
    RemarkKind.UNDEFINED_TERM: "Words that are not explained",
    RemarkKind.RELATED_POLICIES: "Other policies",
    RemarkKind.NO_OWNER: "Nobody looks after it",
    RemarkKind.NO_REVIEW_DATE: "No review is planned",
    RemarkKind.REVIEW_OVERDUE: "The review is overdue",
    RemarkKind.REVIEW_DUE: "A review is due",
    RemarkKind.DIFFERENT_STRENGTH: "Stricter and milder",
    RemarkKind.NEVER_FIRST: "Words that nobody reads",
    RemarkKind.OWN_NUMBERS: "Numbers of your own",
    RemarkKind.HARD_WORD: "A hard word",
    RemarkKind.HARD_TO_READ: "Hard to read",
    RemarkKind.LONG_MESSAGE: "Long messages",
}


def titled(remark: Remark) -> tuple[str, str]:
    """A few words to find a remark by, and what it says; of a clash its topic, which stands first in it."""
    if remark.kind in REMARK_TITLES:
        return REMARK_TITLES[remark.kind], remark.message
    topic, _, message = remark.message.partition(": ")
    return topic[:1].upper() + topic[1:], message


def by_weight(remarks: Sequence[Remark]) -> Sequence[tuple[str, Sequence[Remark]]]:
    """The remarks in their groups, the weightiest first; groups without any are left out."""
    starts = [WEIGHTS[kind] for kind, _ in _GROUPS]
    grouped: list[list[Remark]] = [[] for _ in _GROUPS]
    for remark in remarks:
        grouped[sum(WEIGHTS[remark.kind] >= start for start in starts) - 1].append(remark)
    return [(title, found) for (_, title), found in zip(_GROUPS, grouped, strict=True) if found]


def counted(clauses: Sequence[CoveredClause]) -> Mapping[str, int]:
    """How many clauses stand how."""
    return {standing: sum(c.standing.value == standing for c in clauses) for standing in STANDINGS}


def loudest(severities: Sequence[Severity]) -> str:
    """The value of the gravest one."""
    return max(severities).value
