"""Is everything that is kept told to the people it is about, and for how long?"""

from pathlib import Path
from string import Formatter

from app.adapters.store.tables import METADATA
from app.domain.caller import Role
from app.settings import Settings, load_settings
from app.staff.kept.kept import About
from app.staff.kept.persons import NOT_FOUND, PERSONS
from app.staff.kept.readers import ABOUT_ROLES, NAMES, READERS, SEEN
from app.staff.own_record import NOT_SHOWN, SHOWN
from app.staff.what_is_kept import KEPT, described
from app.wiring.installation import Installation
from app.wiring.retention import periods_of

TABLES = {name: tuple(table.columns.keys()) for name, table in METADATA.tables.items()}
TIMES = {name for name in Settings.model_fields if name.endswith("_days") or name.startswith("keep_")}
WHERE = "describe it in app/staff/kept/"


def test_every_table_and_column_is_described_and_nothing_else() -> None:
    told = {kept.table: set(kept.columns) for kept in KEPT}

    assert told == {name: set(columns) for name, columns in TABLES.items()}, WHERE
    assert len(told) == len(KEPT)


def test_every_setting_about_time_is_told() -> None:
    said = {name for kept in KEPT for _, name, _, _ in Formatter().parse(kept.how_long) if name}

    assert said == TIMES, WHERE
    assert {name for kept in KEPT for name in kept.settings} == said


def test_every_table_about_people_is_on_their_own_page_or_it_says_why_not() -> None:
    about_people = {kept.table for kept in KEPT if kept.about is not About.NOBODY}

    assert SHOWN | NOT_SHOWN.keys() == about_people, "show it in app/staff/own_record.py, or say why not"
    assert not SHOWN & NOT_SHOWN.keys()


def test_words_are_there() -> None:
    assert all(k.title and k.why and k.how_long and all(k.columns.values()) for k in KEPT)


def test_what_nobody_described_is_shown_and_not_hidden() -> None:
    (kept,) = described({"secrets": ("id", "body")})

    assert (kept.table, kept.about, tuple(kept.columns)) == ("secrets", About.YOU, ("id", "body"))
    assert "no description" in kept.why


def test_it_is_told_who_can_see_every_table_and_what_every_role_sees() -> None:
    assert SEEN.keys() == TABLES.keys(), "say who sees it in app/staff/kept/readers.py"
    for told in (READERS, ABOUT_ROLES, NAMES):
        assert told.keys() == set(Role), "describe the role in app/staff/kept/readers.py"


def test_in_every_table_about_people_somebody_can_be_found_or_it_says_why_not() -> None:
    about_people = {kept.table for kept in KEPT if kept.about is not About.NOBODY}

    assert about_people <= PERSONS.keys() | NOT_FOUND.keys(), "say how in app/staff/kept/persons.py"
    assert not PERSONS.keys() & NOT_FOUND.keys()
    for table, persons in PERSONS.items():
        named = {way.column for way in persons.ways} | {*persons.of_others, *persons.in_confidence}
        assert named | set(persons.meaningless) <= set(TABLES[table]), table
        vias = [way.via for way in persons.ways if way.via]
        assert all({its, found} <= set(TABLES[via]) for via, its, found in vias)


def test_every_setting_about_time_ends_something(tmp_path: Path) -> None:
    """The rest of a session and its length end together."""
    ends = {period.setting for period in periods_of(Installation(load_settings({}, data=tmp_path)))}

    assert ends == TIMES - {"keep_session_rest_minutes"}, "delete it in app/wiring/retention.py"
