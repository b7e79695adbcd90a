"""How often did rules speak, and what was answered? Counted by the database, by rule and code of sender."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Engine, case, delete, func, insert, select, true

from app.adapters.store.choices import choice_of
from app.adapters.store.engine import reading, writing
from app.adapters.store.rights_tables import teams as team_table
from app.adapters.store.tables import check_records, choices
from app.domain.choice import Choice
from app.domain.draft import Moment
from app.domain.verdict import Mode
from app.insight_ports import Met

_OF, _TEAM = check_records.c, team_table.c


class SqlRuleFacts:
    """Records of checks and answers in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine
        self._is_postgres = engine.dialect.name == "postgresql"

    def met(self, since: datetime, until: datetime) -> Sequence[Met]:
        """One row for each rule of a record, then by rule and sender."""
        rule: ColumnElement[str]
        mode: ColumnElement[str]
        if self._is_postgres:
            said = func.jsonb_array_elements(_OF.rules).table_valued("value", name="said")
            rule, mode = said.c.value.op("->>")("rule"), said.c.value.op("->>")("mode")
        else:
            said = func.json_each(_OF.rules).table_valued("value", name="said")
            rule, mode = (func.json_extract(said.c.value, f"$.{name}") for name in ("rule", "mode"))
        sent: ColumnElement[str] = case((_OF.moment == Moment.SEND.value, _OF.draft_hash))
        counted = (
            select(rule.label("rule"), _OF.sender_hash, func.count(sent.distinct()))
            .select_from(check_records)
            .join(said, onclause=true())
            .where(_OF.at >= since, _OF.at < until, _OF.sender_hash != "")
            .where(func.coalesce(mode, "") != Mode.TRIAL.value)
            .group_by(rule, _OF.sender_hash)
            .order_by(rule, _OF.sender_hash)
        )
        with reading(self._engine) as connection:
            return [Met(rule, sender, drafts) for rule, sender, drafts in connection.execute(counted)]

    def answered(self, since: datetime, until: datetime) -> Sequence[Choice]:
        """By the index on the moment; in the order in which they were given."""
        wanted = select(choices).where(choices.c.at >= since, choices.c.at < until).order_by(choices.c.id)
        with reading(self._engine) as connection:
            return tuple(map(choice_of, connection.execute(wanted)))

    def first(self) -> datetime | None:
        """By the index on the moment."""
        with reading(self._engine) as connection:
            return connection.execute(select(func.min(_OF.at))).scalar()


class SqlTeamBook:
    """Teams by their hashes in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def since(self, teams: Mapping[str, str], day: date) -> Mapping[str, date]:
        """Written only when something changed."""
        with reading(self._engine) as connection:
            held = {row.team: row for row in connection.execute(select(team_table))}
        found = {
            team: held[team].since if team in held and held[team].people_hash == code else day
            for team, code in teams.items()
        }
        new = [team for team, code in teams.items() if team not in held or held[team].people_hash != code]
        if new or held.keys() - teams.keys():
            rows = [{"team": t, "people_hash": teams[t], "since": found[t]} for t in sorted(teams)]
            with writing(self._engine) as connection:
                connection.execute(delete(team_table))
                if rows:
                    connection.execute(insert(team_table), rows)
        return found
