"""What should somebody know about this draft before it goes?

The main road: a Draft is read, the checks look, the policy judges, and a feature record without any
text is kept.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.checks import look
from app.compose.ask_once import Asking, Memory, ask_once
from app.compose.attaching import attach_key
from app.compose.checked import Checked, also_unchecked, in_plain
from app.compose.cover_numbers import cover_numbers
from app.compose.feature_record import record_of
from app.compose.fix.offer import NO_OFFERS, Offered, offer_steps
from app.compose.fix.plan import Planning
from app.compose.offer_rewordings import NOTHING, Rewording, offer_rewordings
from app.compose.place_findings import place_findings
from app.compose.read_draft import Surroundings, read_draft
from app.compose.sent_before import remember
from app.domain.audience import Audience
from app.domain.calendar import in_london
from app.domain.draft import Attachment, Draft, Moment
from app.domain.finding import Finding, Unchecked
from app.domain.reading import Reading
from app.domain.verdict import Verdict
from app.kept import keeping
from app.policy.circumstances import Circumstances, Occasion, circumstances_of
from app.policy.judge import judge
from app.policy.policy import Policy
from app.policy.route_facts import REPLY_SCHOOLS
from app.ports import CheckRecords


@dataclass(frozen=True, slots=True)
class Road:
    """Everything the main road needs, put together once. `policy` gives the policy in force now.

    Without a `memory` every card asks every time. `may_link` tells whether a file may go on the website.
    """

    around: Surroundings
    policy: Callable[[], Policy]
    records: CheckRecords
    versions: Mapping[str, str]
    memory: Memory | None = None
    may_link: Callable[[Attachment], bool] = lambda _file: False


def check_draft(draft: Draft, moment: Moment, road: Road, caller: str = "") -> Checked:
    """Read and judge one draft for a caller, and keep its feature record. Raises nothing for any draft."""
    with keeping():
        return _check(draft, moment, road, caller)


def _check(draft: Draft, moment: Moment, road: Road, caller: str) -> Checked:
    started = time.perf_counter()
    draft = replace(draft, sending_at=in_london(draft.sending_at))
    reading = read_draft(draft, road.around)
    seen, failed = look(reading)
    findings = place_findings(cover_numbers(seen, reading), reading)
    policy, calendar = road.policy(), road.around.calendar()
    is_away = calendar.missing_issue(draft.sending_at) is not None
    issue = road.around.issue_at(draft.sending_at) if _may_be_for_many(reading.audience) else None
    occasion = Occasion(moment, issue, is_away)
    known = circumstances_of(reading, occasion)
    verdict = judge(policy, known, findings, (*reading.unread, *failed))
    if road.memory is not None:
        verdict = _quiet(verdict, reading, policy, Asking(road.memory, moment, caller))
    rewordings = _offers(reading, verdict, moment, road)
    elapsed = (time.perf_counter() - started) * 1000
    versions = {**road.versions, "policy": policy.version}
    steps = _steps(reading, verdict, moment, road)
    checked = Checked(reading, verdict, versions, elapsed, rewordings, policy.accuracy, steps)
    if road.memory is not None:
        key = attach_key(draft.id, Asking(road.memory, moment, caller))
        checked = replace(checked, reviewed=policy.reviewed, attach_key=key)
    if moment is Moment.SEND and not _remember(checked, findings, policy, road):
        checked = also_unchecked(checked, NOT_REMEMBERED)
    if not _keep(checked, findings, known, road, caller):
        checked = also_unchecked(checked, NOT_RECORDED)
    return checked


def _may_be_for_many(audience: Audience) -> bool:
    """Whether an issue of the bulletin could carry it: the desk's book is read only then."""
    return audience.schools > 1 or audience.unknown > 0 or not audience.recipients


NOT_REMEMBERED = Unchecked("serial-and-duplicate", "This mail could not be remembered for later ones.")
NOT_RECORDED = Unchecked("record", "The result could not be recorded.")


def _offers(
    reading: Reading, verdict: Verdict, moment: Moment, road: Road
) -> Mapping[int, tuple[Rewording, ...]]:
    """Kinder words are for while somebody writes; at Send there is no place to use them."""
    if moment is not Moment.COMPOSE:
        return NOTHING
    try:
        return offer_rewordings(reading, verdict.advice, road.around.reader)
    except Exception:  # noqa: BLE001 - an offer that fails must not keep anyone from their answer
        return NOTHING


def _steps(
    reading: Reading, verdict: Verdict, moment: Moment, road: Road
) -> Mapping[tuple[int, int], Offered]:
    """What can be done for the sender while they write; at Send nothing is changed."""
    if moment is not Moment.COMPOSE:
        return NO_OFFERS
    calendar, places = road.around.calendar(), partial(in_plain, reading)
    try:
        return offer_steps(verdict, Planning(reading, road.policy(), calendar, places, road.may_link))
    except Exception:  # noqa: BLE001 - an offer that fails must not keep anyone from their answer
        return NO_OFFERS


def _quiet(verdict: Verdict, reading: Reading, policy: Policy, asking: Asking) -> Verdict:
    try:
        return ask_once(verdict, reading, policy, asking)
    except Exception:  # noqa: BLE001 - what cannot be remembered is asked again, and keeps nobody from sending
        return verdict


def _remember(checked: Checked, findings: Sequence[Finding], policy: Policy, road: Road) -> bool:
    many = int(policy.number("bulk_schools_justify", REPLY_SCHOOLS))
    try:
        remember(checked.reading, findings, checked.verdict, many, road.around.sent)
    except Exception:  # noqa: BLE001 - a broken store must not hold a send
        return False
    return True


def _keep(
    checked: Checked, findings: Sequence[Finding], known: Circumstances, road: Road, caller: str
) -> bool:
    try:
        road.records.add(record_of(checked, findings, known, road.records, caller))
    except Exception:  # noqa: BLE001 - a full disk must not keep anyone from their answer
        return False
    return True
