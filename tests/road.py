"""The main road for tests: fakes at its edges, the real checks, packs and calendar between them."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from app.adapters.files.calendar import read_calendar
from app.adapters.nlp.reader import SpacyReader
from app.adapters.spelling.dictionary import DictionarySpeller
from app.checks import look
from app.compose.check_draft import Checked, Road, check_draft
from app.compose.read_draft import Surroundings, read_draft
from app.directory.resolve_audience import resolve_audience
from app.domain.calendar import SchoolCalendar
from app.domain.draft import Moment
from app.domain.finding import Finding, Unchecked
from app.domain.reading import Reading
from app.domain.verdict import Verdict
from app.policy.pack import Pack, parse_pack
from app.policy.policy import Policy
from app.ports import Reader
from app.settings import load_settings
from tests.drafts import draft_from
from tests.fakes import OWN_DOMAIN, FakeDirectory, FakeReader, FakeRecords

PROJECT = Path(__file__).parent.parent
PACKS = ("kent-schools", "cranbrook", "dale-stonehill", "trust", "parent-guidance")


@cache
def calendar() -> SchoolCalendar:
    file = PROJECT / "app/adapters/files/sample/calendar.yml"
    return read_calendar(file.read_text(encoding="utf-8"), file.name)


def pack_text(name: str) -> str:
    return (PROJECT / f"app/policy/packs/{name}.yaml").read_text(encoding="utf-8")


@cache
def pack(name: str) -> Pack:
    return parse_pack(pack_text(name), f"{name}.yaml")


@cache
def real_reader() -> SpacyReader:
    return SpacyReader(PROJECT / "nlp_models/mail/package")


@cache
def real_speller() -> DictionarySpeller:
    return DictionarySpeller()


def surroundings(reader: Reader | None = None) -> Surroundings:
    directory = FakeDirectory()
    return Surroundings(
        reader=reader or FakeReader(),
        speller=real_speller(),
        directory=directory,
        calendar=calendar(),
        resolve_audience=lambda draft, own: resolve_audience(draft, directory, own),
        own_domains=(OWN_DOMAIN,),
        school_suffixes=("sch.uk", "sch.example"),
        confidential=load_settings({}).confidential_addresses,
    )


def road(packs: Sequence[Pack] = (), reader: Reader | None = None) -> Road:
    chosen = tuple(packs) or tuple(map(pack, PACKS))
    return Road(surroundings(reader), lambda: Policy(chosen, "test"), FakeRecords(), {})


def reader_for(example: Mapping[str, Any]) -> Reader:
    """The trained model where an example asks for it, else the scores (`tones`) and people (`names`) it gives."""
    if example.get("reader") == "real":
        return real_reader()
    return FakeReader(example.get("tones", {}), example.get("names", ()))


def _draft(example: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in example.items() if key not in {"tones", "names", "reader", "name"}}


def see(
    example: Mapping[str, Any], reader: Reader | None = None
) -> tuple[Reading, list[Finding], list[Unchecked]]:
    """What the checks see in an example draft."""
    reading = read_draft(draft_from(_draft(example)), surroundings(reader or reader_for(example)))
    return reading, *look(reading)


def check_example(
    example: Mapping[str, Any], packs: Sequence[Pack] = (), moment: Moment = Moment.COMPOSE
) -> Checked:
    """An example draft all the way down the road."""
    return check_draft(draft_from(_draft(example)), moment, road(packs, reader_for(example)))


def judge_example(
    example: Mapping[str, Any], packs: Sequence[Pack] = (), moment: Moment = Moment.COMPOSE
) -> Verdict:
    """The verdict on an example draft."""
    return check_example(example, packs, moment).verdict
