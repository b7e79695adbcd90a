"""What do the findings and the circumstances of a draft mean for its route?

Between what the checks see and the routing decision: which findings count, how sure they must be, and which
outweighs which. Danger now outweighs a private matter, since a call tells both at once; what a family hears
best by telephone outweighs that it is private; a colleague's cold is nobody's private matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.domain.draft import ReplyKind
from app.domain.finding import Confidence, Finding
from app.domain.verdict import Doubt
from app.policy.circumstances import Circumstances
from app.policy.policy import Policy
from app.policy.route import RouteFacts

URGENT_DAYS = 7
REPLY_SCHOOLS = 5
SERIAL_SCHOOLS = 3
_MOSTLY = 0.4
_ONE_ABSENT = 2

_NOT_OF_A_PERSON = frozenset({"hidden-characters", "bank-account", "iban", "vehicle-registration"})
"""An organisation's own account stands on every invoice; hidden characters only hide something."""


def route_facts_of(known: Circumstances, findings: Sequence[Finding], policy: Policy) -> RouteFacts:
    """The facts; a finding of low confidence counts for nothing, but what is half heard is a doubt."""
    seen = {finding.id: finding for finding in findings if finding.confidence > Confidence.LOW}
    statutory = seen.get("urgency-and-deadline/statutory-deadline")
    dated = statutory or seen.get("urgency-and-deadline/deadline")
    chasing = seen.get("urgency-and-deadline/chasing-statutory")
    deadline = dated.facts.get("day") if dated else None
    doubts = _doubts(findings)
    possible = doubts[Doubt.LAW].facts.get("day") if Doubt.LAW in doubts else None
    is_emergency = "urgency-and-deadline/emergency" in seen
    is_news_for_family = _is_news_for_family(known, seen)
    return RouteFacts(
        today=known.today,
        schools=known.count("schools"),
        clusters=known.count("clusters"),
        is_clustered=known.is_clustered,
        has_unknown=known.count("unknown") > 0,
        is_casework="casework-guard/casework" in seen,
        is_sensitive=known.leaving > 0
        and any(_is_personal(f) or f.facts.get("described") is True for f in findings),
        is_told=known.leaving > 0
        and not (is_emergency or is_news_for_family)
        and _is_told(findings, known.count("schools"), is_hard="channel-choice/hard-news" in seen),
        is_for_telephone=is_news_for_family
        or (is_emergency and known.count("webmail") > 0)
        or _is_half_heard_by_family(known, findings)
        or any(map(_is_for_telephone, findings)),
        is_better_said=any(f.facts.get("better_said") is True for f in findings),
        is_idle=statutory is None and not is_emergency and _is_idle(known, seen.values()),
        is_reply=known.reply in {ReplyKind.REPLY, ReplyKind.REPLY_ALL},
        is_from_school=known.is_from_school,
        is_in_person=_has_shape(findings, "in_person"),
        is_in_confidence=_has_shape(findings, "in_confidence"),
        is_recognised=_has_shape(findings, "recognised"),
        is_series=_is_series(seen.get("serial-and-duplicate/one-by-one"), policy),
        is_from_officer=known.is_from_officer,
        is_emergency=is_emergency,
        is_statutory=statutory is not None or chasing is not None,
        is_chasing=chasing is not None,
        is_overdue=chasing is not None and chasing.facts.get("overdue") is True,
        has_selection_reason="audience-shape/selection-reason" in seen,
        deadline=deadline if isinstance(deadline, date) else None,
        issue=known.occasion.issue,
        issue_is_delayed=known.occasion.issue_is_delayed,
        officers=known.officers,
        doubts=frozenset(doubts),
        possible_deadline=possible if isinstance(possible, date) else None,
        reply_schools=int(policy.number("bulk_schools_justify", REPLY_SCHOOLS)),
        urgent_days=int(policy.number("urgent_days", URGENT_DAYS)),
    )


_DOUBTS = {
    "urgency-and-deadline/statutory-deadline": Doubt.LAW,
    "urgency-and-deadline/chasing-statutory": Doubt.LAW,
    "audience-shape/selection-reason": Doubt.CHOSEN,
}


def _doubts(findings: Sequence[Finding]) -> Mapping[Doubt, Finding]:
    """What is half heard; of a law, the one with a day first."""
    half = [f for f in findings if f.id in _DOUBTS and f.facts.get("half_heard") is True]
    return {_DOUBTS[f.id]: f for f in sorted(half, key=lambda f: "day" in f.facts)}


def _is_series(finding: Finding | None, policy: Policy) -> bool:
    together = finding.facts.get("schools_today", 0) if finding else 0
    return isinstance(together, int) and together >= policy.number("serial_schools", SERIAL_SCHOOLS)


def _has_shape(findings: Sequence[Finding], fact: str) -> bool:
    """Whether the shape of the audience has a fact to it."""
    return any(f.check == "audience-shape" and f.facts.get(fact) is True for f in findings)


def _is_personal(finding: Finding) -> bool:
    return (
        finding.check == "identifiers"
        and finding.kind not in _NOT_OF_A_PERSON
        and finding.confidence is Confidence.HIGH
    )


def _is_told(findings: Iterable[Finding], schools: int, *, is_hard: bool) -> bool:
    """Whether a private matter is surely told to others than the family it is about.

    To the family of another child, too; not to those who teach the child, at its own school. Whom it is about
    must be named when several schools read it: a passing word is easily misheard. A word like "confidential"
    tells nothing.
    """
    return any(
        finding.check == "confidential-story"
        and finding.kind != "marked-confidential"
        and (finding.facts.get("to_family") is not True or finding.facts.get("another_child") is True)
        and finding.facts.get("within_school") is not True
        and not _is_only_hearsay(finding)
        and not _is_everyday(finding)
        and _is_told_enough(finding, schools, is_hard=is_hard)
        for finding in findings
    )


def _is_told_enough(finding: Finding, schools: int, *, is_hard: bool) -> bool:
    """Whether it is heard surely enough.

    Surely, of somebody named; surely, and borne out; or half heard of somebody named, and borne out or told
    to no school. To several schools what bears it out is that it outweighs the news beside it, or that the
    mail as a whole is like a private matter; else a second sentence, what is grave, or what is heard as
    better said than written, too.
    """
    facts = finding.facts
    is_named, is_whole = facts.get("people") != 0, facts.get("as_a_whole") is True
    if finding.confidence is Confidence.LOW and facts.get("doubtful") is not True:
        return facts.get("half_heard") is True and schools <= 1
    is_like_it = is_whole or facts.get("of_one") is True
    is_more = facts.get("sentences", 1) != 1 or _is_weighty(finding)
    if schools > 1 and facts.get("staff") is True and not (is_more or is_like_it):
        return False
    is_borne_out = is_like_it or (schools <= 1 and (is_more or is_hard))
    if finding.confidence is Confidence.HIGH:
        return is_named or is_borne_out
    return (is_named or is_whole) and (is_borne_out or schools == 0)


def _is_only_hearsay(finding: Finding) -> bool:
    """Whether a story is gossip and nothing else: no family's own matter, nothing grave, no second matter."""
    facts = finding.facts
    is_hearsay = finding.check == "confidential-story" and facts.get("hearsay") is True
    return is_hearsay and not (facts.get("to_family") is True or _is_weighty(finding))


def _is_everyday(finding: Finding) -> bool:
    """Whether it only says why a colleague is away; what a list says of several people is more than that."""
    people = finding.facts.get("people", 0)
    return finding.facts.get("everyday") is True and not (isinstance(people, int) and people > _ONE_ABSENT)


def _is_weighty(finding: Finding) -> bool:
    matters = finding.facts.get("matters", 0)
    return finding.facts.get("weighty") is True or (isinstance(matters, int) and matters > 1)


def _is_new_to_families(known: Circumstances) -> bool:
    """Whether it goes to private mailboxes alone, and answers nothing."""
    return 0 < known.count("recipients") == known.count("webmail") and known.reply is ReplyKind.NEW


def _is_news_for_family(known: Circumstances, seen: Mapping[str, Finding]) -> bool:
    """Whether a new mail to families tells what is better heard by voice.

    A pupil's story that is surely told to somebody else's mailbox is no news for that family.
    """
    is_of_stranger = any(
        f.check == "confidential-story"
        and f.confidence is Confidence.HIGH
        and (f.facts.get("to_family"), f.facts.get("staff")) == (False, False)
        for f in seen.values()
    )
    return _is_new_to_families(known) and not is_of_stranger and "channel-choice/hard-news" in seen


def _is_half_heard_by_family(known: Circumstances, findings: Iterable[Finding]) -> bool:
    """Whether a new mail to families is half heard as better said than written."""
    is_half = any(f.id == "channel-choice/hard-news" and f.confidence is Confidence.LOW for f in findings)
    return _is_new_to_families(known) and is_half


def _is_for_telephone(finding: Finding) -> bool:
    """Whether a family is told of its child, in a new mail, what the policies want said by telephone."""
    facts = finding.facts
    is_raised = facts.get("raised") is True and facts.get("to_family") is True
    is_else = facts.get("another_child") is True or facts.get("everyday") is True
    is_theirs = is_raised and not is_else
    return finding.confidence > Confidence.LOW and (
        finding.check == "parent-topics" or (finding.check == "confidential-story" and is_theirs)
    )


def _is_idle(known: Circumstances, findings: Iterable[Finding]) -> bool:
    """Whether the mail tells hearsay, is a chain letter, or little more than greetings and fun."""
    sure = {finding.id: finding for finding in findings if finding.confidence is Confidence.HIGH}
    if "chain-festive-promo-political/chain-letter" in sure:
        return True
    if known.count("schools") == 0 and any(map(_is_only_hearsay, sure.values())):
        return known.leaving > 0
    return "chain-festive-promo-political/festive" in sure and known.merry >= _MOSTLY
