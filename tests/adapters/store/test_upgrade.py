"""Migrations lead to exactly the schema in ``tables.py``, and back to nothing."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect

from app.adapters.store import tables
from app.adapters.store.engine import open_engine, writing
from app.adapters.store.tables import METADATA
from app.adapters.store.upgrade import downgrade, is_current, upgrade
from app.domain.errors import StoreError
from tests.conftest import opened

INDEX_OF_WORDS = "bulletin_words_index"
"""Finds words: a virtual table with tables of its own on SQLite, an index on PostgreSQL."""


def _is_ours(name: str | None, *_: object) -> bool:
    return not (name or "").startswith(INDEX_OF_WORDS)


def _tables(engine: Engine) -> set[str]:
    return {name for name in inspect(engine).get_table_names() if _is_ours(name)}


def test_whoever_asks_for_all_tables_gets_those_of_every_file() -> None:
    files = {path.stem for path in Path(tables.__file__).parent.glob("*_tables.py")}
    assert files <= set(vars(tables))


def test_the_migrations_build_what_the_code_expects(bare_url: str) -> None:
    with opened(bare_url) as engine, engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _is_ours}
        )
        assert compare_metadata(context, METADATA) == []
        assert is_current(engine)


def test_down_leaves_nothing_and_up_comes_back(engine: Engine) -> None:
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert not is_current(engine)
    upgrade(engine)
    assert _tables(engine) == {*METADATA.tables, "alembic_version"}


def test_a_second_start_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    assert is_current(engine)


def test_an_upgrade_that_is_killed_leaves_nothing_half_made(
    bare_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(config: Config, revision: str) -> None:
        command_upgrade(config, revision)
        raise KeyboardInterrupt

    command_upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", dies)
    engine = open_engine(bare_url)
    with pytest.raises(KeyboardInterrupt):
        upgrade(engine)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer version"):
        upgrade(engine)
