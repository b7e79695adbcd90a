"""Do the bulletin, a case and the journal keep their promises, whatever is done in whichever order?

The machines of the tests, on stores in memory and on SQLite in a file, for as many steps as are asked for.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from app.adapters.files.journal_key import JournalKey
from app.adapters.store.cases import SqlCases
from tests.adapters.store.test_cases import KEY
from tests.bulletin.test_machine import ABulletin, Stores, wiped
from tests.conftest import opened
from tests.journal.test_machine import AJournal, fake_room, sql_room
from tests.review.test_machine import ACase
from tests.review_fakes import FakeCases

STEPS = 30
Make = Callable[[], RuleBasedStateMachine]


@contextmanager
def machines() -> Iterator[dict[str, Make]]:
    """By name, what makes one with its store."""
    with TemporaryDirectory(prefix="sendwell-machines-") as place:
        folder = Path(place)
        signer, cases = JournalKey(folder), FakeCases()
        with opened(f"sqlite:///{folder / 'sendwell.db'}") as engine:
            kept = SqlCases(engine, KEY)
            yield {
                "the bulletin, in memory": lambda: ABulletin(Stores()),
                "the bulletin, on SQLite": lambda: ABulletin(wiped(engine)),
                "a case, in memory": lambda: ACase(cases),
                "a case, on SQLite": lambda: ACase(kept),
                "the journal, in memory": lambda: AJournal(fake_room(signer)),
                "the journal, on SQLite": lambda: AJournal(sql_room(engine, signer)),
            }


def run(make: Make, many: int) -> tuple[int, str]:
    """How many of them ended well out of `many`, each of up to thirty steps, and what the first other one said."""
    made = 0

    def counted() -> RuleBasedStateMachine:
        nonlocal made
        made += 1
        return make()

    calm = settings(
        max_examples=many,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(counted, settings=calm)  # type: ignore[arg-type]  # it takes what makes one, too
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return made - 1, f"{type(error).__name__}: {error}"[:400]
    return made, ""
