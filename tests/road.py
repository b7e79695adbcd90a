"""The main road for tests: fakes at its edges, the real checks, packs and calendar between them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app.adapters.files.calendar import read_calendar
from app.adapters.nlp.meanings import NetworkMeanings
from app.adapters.nlp.reader import SpacyReader
from app.adapters.spelling.dictionary import DictionarySpeller
from app.checks import CHECKS, look
from app.checks.check import Check
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.compose.read_draft import Surroundings, read_draft
from app.directory.resolve_audience import resolve_audience
from app.domain.calendar import SchoolCalendar
from app.domain.draft import Moment
from app.domain.finding import Finding, Unchecked
from app.domain.reading import Reading
from app.domain.verdict import Verdict
from app.policy.pack import Pack, parse_pack
from app.policy.policy import Policy
from app.ports import Reader, SentMails
from app.settings import load_settings
from tests.drafts import draft_from
from tests.fakes import OWN_DOMAIN, FakeClock, FakeDirectory, FakeReader, FakeRecords, FakeSentMails

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
def real_meanings() -> NetworkMeanings:
    return NetworkMeanings(PROJECT / "nlp_models/meaning/package")


@cache
def real_speller() -> DictionarySpeller:
    return DictionarySpeller()


@cache
def confidential_addresses() -> tuple[str, ...]:
    """Those of an installation that changed nothing."""
    return load_settings({}).confidential_addresses


def surroundings(reader: Reader | None = None, sent: SentMails | None = None) -> Surroundings:
    directory = FakeDirectory()
    return Surroundings(
        reader=reader or FakeReader(),
        speller=real_speller(),
        directory=directory,
        calendar=calendar,
        resolve_audience=lambda draft, own: resolve_audience(draft, directory, own),
        own_domains=(OWN_DOMAIN,),
        school_suffixes=("sch.uk", "sch.example"),
        confidential=confidential_addresses(),
        sent=sent or FakeSentMails(),
    )


def road(packs: Sequence[Pack] = (), reader: Reader | None = None, sent: SentMails | None = None) -> Road:
    chosen = tuple(packs) or tuple(map(pack, PACKS))
    return Road(surroundings(reader, sent), lambda: Policy(chosen, "test"), FakeRecords(), {})


def reader_for(example: Mapping[str, Any]) -> Reader:
    """The trained model where an example asks for it, else the scores (`tones`) and people (`names`) it gives."""
    if example.get("reader") == "real":
        return real_reader()
    return FakeReader(example.get("tones", {}), example.get("names", ()))


_NO_PART_OF_A_DRAFT = {"tones", "names", "reader", "name", "sent_before"}


def _draft(example: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in example.items() if key not in _NO_PART_OF_A_DRAFT}


def sent_before(
    example: Mapping[str, Any], packs: Sequence[Pack] = (), reader: Reader | None = None
) -> FakeSentMails:
    """The mails that an example says were sent before: each is the example's own draft but for what it names.

    `hours_ago` is when (1 hour if not said), `times` how often.
    """
    sent, clock = FakeSentMails(), FakeClock(draft_from(_draft(example)).sending_at)
    for entry in sorted(example.get("sent_before", ()), key=lambda e: -float(e.get("hours_ago", 1))):
        mail = {"reply": "new", **_draft(example), **entry}
        ago, times = float(mail.pop("hours_ago", 1)), int(mail.pop("times", 1))
        sent.clock = FakeClock(clock.at - timedelta(hours=ago))
        for time in range(times):
            draft = draft_from({**mail, "subject": f"{mail.get('subject', 'Autumn term')} {time or ''}"})
            check_draft(draft, Moment.SEND, road(packs, reader, sent))
    sent.clock = clock
    return sent


def see(
    example: Mapping[str, Any], reader: Reader | None = None, checks: Sequence[Check] = CHECKS
) -> tuple[Reading, list[Finding], list[Unchecked]]:
    """What the checks see in an example draft."""
    reader = reader or reader_for(example)
    around = surroundings(reader, sent_before(example, reader=reader))
    reading = read_draft(draft_from(_draft(example)), around)
    return reading, *look(reading, checks)


def check_example(
    example: Mapping[str, Any], packs: Sequence[Pack] = (), moment: Moment = Moment.COMPOSE
) -> Checked:
    """An example draft all the way down the road."""
    reader = reader_for(example)
    main = road(packs, reader, sent_before(example, packs, reader))
    return check_draft(draft_from(_draft(example)), moment, main)


def judge_example(
    example: Mapping[str, Any], packs: Sequence[Pack] = (), moment: Moment = Moment.COMPOSE
) -> Verdict:
    """The verdict on an example draft."""
    return check_example(example, packs, moment).verdict
