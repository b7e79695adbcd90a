"""Which adapters does this installation run on?

The composition root: the one place that chooses adapters and reads the project's own files. Parts
are made on first use, so that a command pays only for what it needs.
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import structlog
from sqlalchemy import Engine

from app.adapters.clock import SystemClock
from app.adapters.files.calendar import read_calendar
from app.adapters.files.keys import installation_key
from app.adapters.files.sample_authority import (
    SAMPLE,
    SAMPLE_BULK_SENDERS,
    SAMPLE_DOMAINS,
    sample_people,
)
from app.adapters.mail.files import MailFiles
from app.adapters.nlp.reader import SpacyReader
from app.adapters.spelling.dictionary import DictionarySpeller
from app.adapters.store.choices import SqlChoices
from app.adapters.store.directory import SqlDirectory
from app.adapters.store.engine import open_engine
from app.adapters.store.forgetful import ForgetfulRecords
from app.adapters.store.marks import SqlMarks
from app.adapters.store.packs import SqlPackStore
from app.adapters.store.postings import SqlPostings
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.sent_mails import SqlSentMails
from app.adapters.store.signatures import SqlSignatures
from app.adapters.store.staff import SqlStaffList
from app.adapters.store.steps import SqlSteps
from app.adapters.store.tables import METADATA
from app.adapters.store.upgrade import is_current, upgrade
from app.api.state import ServiceState
from app.compose.ask_once import Memory
from app.compose.check_draft import Road
from app.compose.read_draft import Surroundings
from app.directory.import_register import DirectoryFiles, import_register
from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.audience import Audience
from app.domain.calendar import SchoolCalendar, in_london
from app.domain.draft import Draft
from app.domain.errors import InputError, SettingsError
from app.policy.cards import Cards, parse_cards
from app.policy.coverage import CoveredClause, coverage
from app.policy.laws import LawList, parse_laws
from app.policy.pack import Pack
from app.policy_owner.change_policy import PolicyDesk
from app.policy_owner.documents import Document
from app.policy_owner.live_documents import LiveDocument, LiveSpeller, LiveTexts
from app.policy_owner.live_policy import LivePolicy
from app.policy_owner.own_words import for_the_speller
from app.policy_owner.watch_accuracy import AccuracyWatch
from app.ports import CheckRecords
from app.reading.table_file import ImportFile
from app.settings import Settings
from app.shipped_lists import files_of, shipped_documents

PACKS = Path(__file__).parent / "policy" / "packs"
CARDS = Path("cards") / "measured.yaml"
VERSION = version("sendwell")

log = structlog.get_logger("sendwell.start")


class Installation:
    """Everything one installation is made of."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened yet."""
        self.settings = settings
        self.clock = SystemClock()

    @cached_property
    def engine(self) -> Engine:
        """The database, brought to the present schema."""
        url = self.settings.database_url
        file = self.settings.data / "sendwell.db"
        try:
            self.settings.data.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"The data folder {self.settings.data} cannot be made ({error.strerror}). "
                "Set SENDWELL_DATA to a folder that this user may write to."
            ) from error
        engine = open_engine(url.get_secret_value() if url else f"sqlite:///{file}")
        upgrade(engine)
        return engine

    @cached_property
    def _key(self) -> bytes:
        return installation_key(self.settings.data)

    @property
    def signing_key(self) -> bytes:
        """Signs the cookies of the pages; of no use for the hashes."""
        return hmac.digest(self._key, b"pages", "sha256")

    @cached_property
    def directory(self) -> SqlDirectory:
        """The private directory of schools."""
        return SqlDirectory(self.engine, self._key)

    @cached_property
    def pack_store(self) -> SqlPackStore:
        """The packs that the organisation changed."""
        return SqlPackStore(self.engine)

    @cached_property
    def choices(self) -> SqlChoices:
        """What senders did with advice."""
        return SqlChoices(self.engine)

    @cached_property
    def staff_list(self) -> SqlStaffList:
        """Who works here."""
        return SqlStaffList(self.engine)

    @cached_property
    def signatures(self) -> SqlSignatures:
        """Who signed which version of the policy."""
        return SqlSignatures(self.engine)

    @cached_property
    def postings(self) -> SqlPostings:
        """Who may post on behalf of whom."""
        return SqlPostings(self.engine)

    @property
    def tables(self) -> Mapping[str, Sequence[str]]:
        """What the database holds: its tables and their columns."""
        return {name: tuple(table.columns.keys()) for name, table in METADATA.tables.items()}

    def forget_staff(self) -> int:
        """Delete leavers from the staff list, and what the registers need not keep any longer."""
        now = self.clock.now()
        too_old = now - timedelta(days=self.settings.keep_staff_days)
        left = self.staff_list.forget_left(in_london(now).date())
        here = [member.address for member in self.staff_list.everyone()]
        return left + self.signatures.forget_before(too_old, here) + self.postings.forget_before(too_old)

    @cached_property
    def shipped_packs(self) -> Mapping[str, str]:
        """The YAML of the packs that apply, by id and in order, before the organisation changed them.

        Raises:
            SettingsError: there is no such pack.
        """
        return {name: self._pack_text(name) for name in self.settings.packs}

    @cached_property
    def live_policy(self) -> LivePolicy:
        """Gives the policy in force, with what the organisation changed.

        Raises:
            PackError: a pack is wrong; the message names file, line and field.
        """
        return LivePolicy(self.shipped_packs, self.pack_store, watch=self.accuracy)

    @cached_property
    def cards(self) -> Cards:
        """What was measured of the rules: the organisation's own figures, else those that came with it."""
        own = self.settings.packs_folder / CARDS if self.settings.packs_folder else None
        file = own if own and own.is_file() else PACKS / CARDS
        return parse_cards(file.read_text(encoding="utf-8"), str(file))

    @cached_property
    def accuracy(self) -> AccuracyWatch:
        """How often the rules are right, and which stepped themselves down."""
        return AccuracyWatch(self.cards, self.records(), self.choices, SqlSteps(self.engine), self.clock)

    @cached_property
    def desk(self) -> PolicyDesk:
        """Where the packs are changed."""
        return PolicyDesk(self.shipped_packs, self.pack_store, self.clock, self.documents)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs in force, in order."""
        return self.live_policy().packs

    @cached_property
    def pack_sources(self) -> Mapping[str, str]:
        """The source documents of the packs, by file name: the built-in ones and the organisation's own."""
        roots = [PACKS, self.settings.packs_folder or PACKS]
        folders = [folder for root in roots for folder in (root, root / "sources")]
        files = [file for folder in folders for file in sorted(folder.glob("*.txt"))]
        return {file.name: file.read_text(encoding="utf-8") for file in files}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The calendar and the lists before somebody changed them, by their ids.

        Raises:
            SettingsError: a file cannot be read.
        """
        return shipped_documents(self.settings, PACKS)

    @cached_property
    def live_texts(self) -> LiveTexts:
        """Gives the texts of those in force."""
        shipped = {name: document.shipped for name, document in self.documents.items()}
        return LiveTexts(shipped, self.pack_store)

    def _name_of(self, document: str, text: str) -> str:
        """Its file, as long as that is in force, for messages."""
        is_shipped = text == self.documents[document].shipped
        return files_of(self.settings, PACKS)[document] if is_shipped else f"{document}, as saved"

    @cached_property
    def live_laws(self) -> LiveDocument[LawList]:
        """Gives the laws that policies may cite. Raises PackError."""
        return LiveDocument(
            "laws", self.live_texts, lambda text: parse_laws(text, self._name_of("laws", text))
        )

    @property
    def laws(self) -> LawList:
        """The laws in force."""
        return self.live_laws()

    def _pack_text(self, name: str) -> str:
        folder = self.settings.packs_folder or PACKS
        file = folder / f"{name}.yaml"
        if not file.is_file():
            known = ", ".join(sorted(f.stem for f in folder.glob("*.yaml")))
            raise SettingsError(f"There is no policy pack {name!r}. Packs here: {known}.")
        return file.read_text(encoding="utf-8")

    def coverage(self, packs: Sequence[Pack]) -> Mapping[str, tuple[CoveredClause, ...]]:
        """The clauses of the source of each pack that lists them, and what becomes of each."""
        folder = (self.settings.packs_folder or PACKS) / "clauses"
        files = [(pack, folder / f"{pack.id}.yaml") for pack in packs]
        return {
            pack.id: coverage(file.read_text(encoding="utf-8"), str(file), pack)
            for pack, file in files
            if file.is_file()
        }

    @cached_property
    def live_calendar(self) -> LiveDocument[SchoolCalendar]:
        """Gives the authority's calendar in force. Raises PackError."""
        return LiveDocument(
            "calendar", self.live_texts, lambda text: read_calendar(text, self._name_of("calendar", text))
        )

    @property
    def calendar(self) -> SchoolCalendar:
        """The calendar in force."""
        return self.live_calendar()

    @cached_property
    def reader(self) -> SpacyReader:
        """The language models."""
        return SpacyReader(self.settings.models_folder / "mail" / "package")

    @cached_property
    def speller(self) -> LiveSpeller:
        """The dictionary, with the organisation's own words in force."""
        return LiveSpeller(
            LiveDocument("words", self.live_texts, lambda text: DictionarySpeller(for_the_speller(text)))
        )

    @property
    def bulk_senders(self) -> tuple[str, ...]:
        """Who may write to all schools: as set, or the Communications Team of the packs."""
        teams = (pack.contacts.get("communications-team") for pack in self.packs)
        named = tuple(dict.fromkeys(team.address for team in teams if team and team.address))
        sample = SAMPLE_BULK_SENDERS if self.settings.sample else ()
        return (self.settings.bulk_senders or named) + sample

    def road(self, *, keeps_records: bool) -> Road:
        """The main road; files that are only looked at leave no record."""
        records: CheckRecords = self.records() if keeps_records else ForgetfulRecords()
        settings = self.settings

        def resolve(draft: Draft, own_domains: tuple[str, ...]) -> Audience:
            known = KnownMailboxes(settings.pupil_addresses, self.bulk_senders)
            return resolve_audience(draft, self.directory, own_domains, settings.school_suffixes, known)

        around = Surroundings(
            reader=self.reader,
            speller=self.speller,
            directory=self.directory,
            calendar=self.live_calendar,
            resolve_audience=resolve,
            own_domains=settings.own_domains,
            trial_domains=SAMPLE_DOMAINS,
            school_suffixes=settings.school_suffixes,
            confidential=settings.confidential_addresses,
            approved_sites=settings.approved_sites,
            pupil_sites=settings.pupil_sites,
            sent=self.sent_mails if keeps_records else None,
        )
        memory = self._memory if keeps_records else None
        return Road(around, self.live_policy, records, {"app": VERSION, "tone": self.reader.version}, memory)

    @property
    def _memory(self) -> Memory:
        """What senders have answered."""
        keyed_hash, now = self.records().keyed_hash, self.clock.now
        return Memory(SqlMarks(self.engine), keyed_hash, now, self.settings.answers_days)

    def drafts(self, files: Iterable[Path], at: datetime | None) -> Iterator[tuple[str, Draft | InputError]]:
        """The drafts in mail files; with `at`, each as if it were sent then."""
        return MailFiles(self.clock.now(), at).read(files)

    def records(self) -> SqlCheckRecords:
        """Where feature records are kept."""
        return SqlCheckRecords(self.engine, self._key)

    @cached_property
    def sent_mails(self) -> SqlSentMails:
        """The mails to schools that were sent lately."""
        return SqlSentMails(self.engine, self._key, self.clock, self.settings.keep_texts_for_many_days)

    def colleagues(self) -> tuple[Mapping[str, str], ...]:
        """The people of the sample authority, when it is served: who may say that they are one of them."""
        inside = [p for p in sample_people() if p["address"].rpartition("@")[2] in SAMPLE_DOMAINS]
        people = [p for p in inside if p["kind"] == "user" and p["address"] not in SAMPLE_BULK_SENDERS]
        return tuple(people) if self.settings.sample else ()

    @property
    def work_domains(self) -> tuple[str, ...]:
        """The organisation's own mail domains; none when they are not set."""
        return self.settings.own_domains or (SAMPLE_DOMAINS if self.settings.sample else ())

    def import_sample(self) -> None:
        """Import the sample authority, unless the directory already holds schools."""
        if self.directory.open_schools() == 0:
            register, emails, clusters = (
                ImportFile(f"{name}.csv", (SAMPLE / f"{name}.csv").read_bytes())
                for name in ("register", "emails", "clusters")
            )
            files = DirectoryFiles(register, emails, clusters, school_suffixes=self.settings.school_suffixes)
            import_register(self.directory, files, now=self.clock.now())

    def check_setup(self) -> None:
        """Build everything that a check needs.

        Raises:
            SetupError: a setting, pack, model or the database is wrong; the message says what to do.
        """
        self.road(keeps_records=True)


def build_service(made: Installation) -> ServiceState:
    """The running service.

    Raises:
        SetupError: a setting, pack, model or the database is wrong.
    """
    settings = made.settings
    if settings.sample:
        made.import_sample()
    too_old = made.clock.now() - timedelta(days=settings.keep_records_days)
    forgotten = made.records().forget_before(too_old) + made.choices.forget_before(too_old)
    log.info("old records removed", count=forgotten, older_than_days=settings.keep_records_days)
    made.sent_mails.forget_old()
    made.forget_staff()
    road = made.road(keeps_records=True)
    return ServiceState(
        road=road,
        clock=made.clock,
        choices=made.choices,
        version=VERSION,
        readiness={
            "database": lambda: _have(
                [1] if is_current(made.engine) else [], "the database has an old schema"
            ),
            "models": lambda: _read_something(made.reader),
            "packs": lambda: _have(made.packs, "no pack applies"),
        },
        ui_folder=settings.ui_folder,
        people=sample_people() if settings.sample else (),
    )


def _read_something(reader: SpacyReader) -> None:
    _have(reader.read("Please return the form by Friday."), "the language model gives no answer")


def _have(found: Sequence[object], otherwise: str) -> None:
    if not found:
        raise SettingsError(otherwise)
