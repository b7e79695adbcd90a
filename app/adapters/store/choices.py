"""What did senders do with advice? Counted by rule; nobody is told apart in what is read back."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine, delete, func, insert, select

from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import choices
from app.domain.choice import Choice, Chosen


class SqlChoices:
    """Choices in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def add(self, choice: Choice) -> None:
        """Keep one."""
        row = {
            "at": choice.at,
            "sender_hash": choice.sender_hash,
            "rule": choice.rule,
            "finding": choice.finding,
            "chosen": choice.chosen.value,
            "reason": choice.reason.value,
        }
        with writing(self._engine) as connection:
            connection.execute(insert(choices).values(row))

    def counts(self, since: datetime) -> Mapping[tuple[str, Chosen], int]:
        """By rule and choice."""
        counted = (
            select(choices.c.rule, choices.c.chosen, func.count())
            .where(choices.c.at >= since)
            .group_by(choices.c.rule, choices.c.chosen)
        )
        with reading(self._engine) as connection:
            return {(rule, Chosen(chosen)): many for rule, chosen, many in connection.execute(counted)}

    def forget_before(self, moment: datetime) -> int:
        """Delete what is older."""
        with writing(self._engine) as connection:
            return connection.execute(delete(choices).where(choices.c.at < moment)).rowcount
