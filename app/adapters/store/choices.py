"""What did senders do with advice? Counted by rule; only a person themself is told what they chose."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Engine, delete, distinct, func, insert, select

from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import choices
from app.domain.choice import Choice, ChoiceReason, Chosen


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

    def of_sender(self, sender_hash: str) -> Sequence[Choice]:
        """By the index on the sender."""
        theirs = select(choices).where(choices.c.sender_hash == sender_hash).order_by(choices.c.id.desc())
        with reading(self._engine) as connection:
            return tuple(
                Choice(r.at, r.sender_hash, r.rule, r.finding, Chosen(r.chosen), ChoiceReason(r.reason))
                for r in connection.execute(theirs)
            )

    def called_wrong(self, since: datetime, rule: str = "") -> Mapping[str, int]:
        """Each person counts once, however often they say it."""
        counted = (
            select(choices.c.rule, func.count(distinct(choices.c.sender_hash)))
            .where(choices.c.at >= since, choices.c.chosen == Chosen.WRONG_WARNING.value)
            .group_by(choices.c.rule)
        )
        if rule:
            counted = counted.where(choices.c.rule == rule)
        with reading(self._engine) as connection:
            return {name: many for name, many in connection.execute(counted)}  # noqa: C416 - rows are no pairs to mypy

    def forget_before(self, moment: datetime) -> int:
        """Delete what is older."""
        with writing(self._engine) as connection:
            return connection.execute(delete(choices).where(choices.c.at < moment)).rowcount
