"""Harmless stand-ins for everything in ``app/insight_ports.py``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.choice import Choice
from app.insight_ports import Met
from app.policy.policy import Policy
from app.ports import CheckRecord
from app.web.insight.room import InsightRoom
from tests.register_fakes import FakeStaffList
from tests.road import pack


@dataclass
class FakeRuleFacts:
    records: list[CheckRecord] = field(default_factory=list)
    answers: list[Choice] = field(default_factory=list)

    def met(self, since: datetime, until: datetime) -> Sequence[Met]:
        drafts: dict[tuple[str, str], set[str]] = {}
        for record in self.records:
            if not since <= record.at < until or not record.sender_hash:
                continue
            for said in record.rules:
                if said.get("mode") != "trial":
                    theirs = drafts.setdefault((said["rule"], record.sender_hash), set())
                    theirs |= {record.draft_hash} if record.moment == "send" else set()
        return [Met(rule, sender, len(drafts[rule, sender])) for rule, sender in sorted(drafts)]

    def answered(self, since: datetime, until: datetime) -> Sequence[Choice]:
        return [choice for choice in self.answers if since <= choice.at < until]

    def first(self) -> datetime | None:
        return min((record.at for record in self.records), default=None)


@dataclass
class FakeTeamBook:
    kept: dict[str, tuple[str, date]] = field(default_factory=dict)

    def since(self, teams: Mapping[str, str], day: date) -> Mapping[str, date]:
        same = {
            team: self.kept[team] for team, code in teams.items() if self.kept.get(team, ("",))[0] == code
        }
        self.kept = {team: same.get(team, (code, day)) for team, code in teams.items()}
        return {team: since for team, (_, since) in self.kept.items()}


def insight_room(facts: FakeRuleFacts | None = None, staff: FakeStaffList | None = None) -> InsightRoom:
    """Where nothing was met yet, unless it is given."""
    policy = Policy([pack("dale-stonehill"), pack("trust")], "test")
    return InsightRoom(
        facts or FakeRuleFacts(), FakeTeamBook(), staff or FakeStaffList(), lambda: policy, str, dict, 180
    )
