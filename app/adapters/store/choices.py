"""What did senders do with advice? Counted by rule; only a person themself is told what they chose."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, delete, func, insert, select, tuple_

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import choices
from app.adapters.store.told import UNTOLD, Telling
from app.domain.choice import Choice, ChoiceReason, Chosen, callers_of_wrong


class SqlChoices:
    """Choices in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

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
            self._journal.write(connection, told.answered(choice))

    def counts(self, since: datetime) -> Mapping[tuple[str, Chosen], int]:
        """By rule and choice."""
        counted = (
            select(choices.c.rule, choices.c.chosen, func.count())
            .where(choices.c.at >= since)
            .group_by(choices.c.rule, choices.c.chosen)
        )
        with reading(self._engine) as connection:
            return {(rule, Chosen(chosen)): many for rule, chosen, many in connection.execute(counted)}

    def of_sender(self, sender_hash: str) -> Sequence[Choice]:
        """By the index on the sender."""
        theirs = select(choices).where(choices.c.sender_hash == sender_hash).order_by(choices.c.id.desc())
        with reading(self._engine) as connection:
            return tuple(map(choice_of, connection.execute(theirs)))

    def called_wrong(self, since: datetime, rule: str = "") -> Mapping[str, int]:
        """Of those who called a rule wrong, every answer to it is read: the next may take it back."""
        recent = [choices.c.at >= since, *([choices.c.rule == rule] if rule else [])]
        wrong = select(choices.c.rule, choices.c.sender_hash).where(
            *recent, choices.c.chosen == Chosen.WRONG_WARNING.value
        )
        answers = (
            select(choices)
            .where(*recent, tuple_(choices.c.rule, choices.c.sender_hash).in_(wrong))
            .order_by(choices.c.id)
        )
        with reading(self._engine) as connection:
            return callers_of_wrong(map(choice_of, connection.execute(answers)))

    def forget_before(self, moment: datetime) -> int:
        """Delete what is older."""
        with writing(self._engine) as connection:
            return connection.execute(delete(choices).where(choices.c.at < moment)).rowcount


def choice_of(row: Row[Any]) -> Choice:
    """One row."""
    chosen, reason = Chosen(row.chosen), ChoiceReason(row.reason)
    return Choice(row.at, row.sender_hash, row.rule, row.finding, chosen, reason)
