"""What would a changed policy have done to the drafts of the past?"""

from collections.abc import Iterable, Iterator

from app.domain.draft import Moment
from app.policy.pack import Pack
from app.policy.policy import Policy
from app.policy.replay import Past, Replay, past_from, replay
from app.ports import CheckRecord, CheckRecords

LATEST = 100_000


def try_change(
    policy: Policy, changed: Iterable[Pack], records: CheckRecords, moment: Moment, latest: int = LATEST
) -> Replay:
    """Judge the newest drafts checked at `moment` by the policy in force and by the changed one.

    Raises:
        PolicyChangeError: a changed pack is none of the policy's.
    """
    after = policy.with_changed(tuple(changed))
    return replay(_past(records.recent(latest, moment.value)), policy, after)


def _past(records: Iterator[CheckRecord]) -> Iterator[Past | None]:
    for record in records:
        try:
            yield past_from(record.findings, record.circumstances)
        except (KeyError, ValueError, TypeError):
            yield None
