"""Which rules stepped themselves down, and which did a person let be? Every step is kept."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import steps
from app.adapters.store.told import UNTOLD, Telling
from app.domain.accuracy import Step, StepKind
from app.domain.errors import PolicyChangeError

_OF = steps.c


class SqlSteps:
    """Steps in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def stamp(self) -> int:
        """One look at the end of the primary key."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.coalesce(func.max(_OF.id), 0))).scalar_one())

    def all(self) -> Sequence[Step]:
        """Oldest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(steps).order_by(_OF.id))
            return tuple(Step(r.id, r.rule, StepKind(r.kind), r.at, r.by, r.why, r.follows) for r in rows)

    def add(self, step: Step) -> Step:
        """A step that is followed already cannot be followed again."""
        row = {"rule": step.rule, "kind": step.kind.value, "at": step.at, "by": step.by, "why": step.why}
        with writing(self._engine) as connection:
            newest = select(func.coalesce(func.max(_OF.id), 0)).where(_OF.rule == step.rule)
            if connection.execute(newest).scalar_one() != step.follows:
                raise PolicyChangeError(_MEANWHILE.format(step.rule))
            try:
                done = connection.execute(
                    insert(steps).values(row | {"follows": step.follows}).returning(_OF.id)
                )
            except IntegrityError as error:
                raise PolicyChangeError(_MEANWHILE.format(step.rule)) from error
            about = (f"rule-{step.kind.value}", step.rule, 1, step.by)
            self._journal.write(connection, told.administered(*about, self._journal))
            return replace(step, number=done.scalar_one())


_MEANWHILE = "{} stepped down, or was let be, meanwhile. Look at that first: `sendwell policy history`."
