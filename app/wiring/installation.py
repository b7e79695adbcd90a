"""Which adapters does this installation run on?

The composition root: the folder of this file is the one place that chooses adapters and reads the
project's own files, one module a part. Parts are made on first use, so that a command pays only for
what it needs.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from app.adapters.clock import SystemClock
from app.adapters.core_dumps import forbid_core_dumps
from app.adapters.files.sample_authority import SAMPLE_BULK_SENDERS, SAMPLE_DOMAINS
from app.adapters.mail.files import MailFiles
from app.adapters.store.forgetful import ForgetfulRecords
from app.bulletin.keep_document import is_taken
from app.compose.check_draft import Road
from app.compose.read_draft import Surroundings
from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.audience import Audience
from app.domain.draft import Attachment, Draft
from app.domain.errors import InputError
from app.domain.verdict import NextIssue
from app.journal.tell_refusals import Refusals
from app.ports import Clock
from app.settings import Settings
from app.wiring import sample
from app.wiring.backup import Backups
from app.wiring.bulletin import Bulletin
from app.wiring.exchange import ExchangeParts
from app.wiring.ground import Ground
from app.wiring.journal import JournalKeeping
from app.wiring.keys import KeyKeeping
from app.wiring.language import Language
from app.wiring.mail import Mail
from app.wiring.mailings import MailRoom
from app.wiring.manifest import Manifests
from app.wiring.places import VERSION
from app.wiring.policy import Policies
from app.wiring.records import Records
from app.wiring.registers import Registers
from app.wiring.restore import Restore
from app.wiring.review import Reviews
from app.wiring.rights import Rights
from app.wiring.sign_in import SignInParts


class Installation:
    """Everything one installation is made of."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        """Nothing is opened yet; what drafts leave in this process's memory stays there."""
        forbid_core_dumps()
        self.settings = settings
        self.clock = clock or SystemClock()
        self.ground = Ground(settings, self.clock)
        self.records = Records(self.ground)
        self.registers = Registers(self.ground)
        self.policy = Policies(self.ground, self.records)
        self.review = Reviews(self.ground, self.records)
        self.rights = Rights(self.ground, self.records)
        self.bulletin = Bulletin(self.ground)
        self.mail_room = MailRoom(self.ground)
        self.mail = Mail(self.ground)
        self.manifests = Manifests(settings)
        self.sign_in = SignInParts(self.ground)
        self.exchange = ExchangeParts(self.ground, self.sign_in)
        self.journal = JournalKeeping(self.ground)
        self.keys = KeyKeeping(self.ground)
        self.backups, self.restore = Backups(self.ground), Restore(self.ground)
        self.refusals = Refusals(lambda: self.ground.journal, self.clock)
        self.language = Language(settings, self.policy)

    @property
    def bulk_senders(self) -> tuple[str, ...]:
        """Who may write to all schools: as set, or the Communications Team of the packs."""
        teams = (pack.contacts.get("communications-team") for pack in self.policy.packs)
        named = tuple(dict.fromkeys(team.address for team in teams if team and team.address))
        samples = SAMPLE_BULK_SENDERS if self.settings.sample else ()
        return (self.settings.bulk_senders or named) + samples

    @property
    def colleagues(self) -> tuple[Mapping[str, str], ...]:
        """The people of the sample authority, when it is served: who may say that they are one of them."""
        return sample.colleagues(self.settings)

    @property
    def work_domains(self) -> tuple[str, ...]:
        """The organisation's own mail domains; none when they are not set."""
        return sample.work_domains(self.settings)

    def road(self, *, keeps_records: bool) -> Road:
        """The main road; files that are only looked at leave no record.

        Raises StoreError when the directory is there and cannot be read with the keys that are.
        """
        self.keys.find_directory()
        kept = self.records
        versions = {"app": VERSION, "tone": self.language.reader.version}
        return Road(
            self._surroundings(keeps_records=keeps_records),
            self.policy.live,
            kept.checks if keeps_records else ForgetfulRecords(),
            versions,
            kept.memory if keeps_records else None,
            self._may_link,
        )

    def _may_link(self, file: Attachment) -> bool:
        """Whether the website would take a file that is attached."""
        settings = self.settings
        return bool(settings.website) and is_taken(file, settings.document_mb * 1_000_000)

    def _surroundings(self, *, keeps_records: bool) -> Surroundings:
        settings, directory = self.settings, self.registers.directory

        def resolve(draft: Draft, own_domains: tuple[str, ...]) -> Audience:
            known = KnownMailboxes(settings.pupil_addresses, self.bulk_senders)
            return resolve_audience(draft, directory, own_domains, settings.school_suffixes, known)

        return Surroundings(
            reader=self.language.reader,
            speller=self.language.speller,
            directory=directory,
            calendar=self.policy.documents.live_calendar,
            resolve_audience=resolve,
            own_domains=settings.own_domains,
            trial_domains=SAMPLE_DOMAINS,
            school_suffixes=settings.school_suffixes,
            confidential=settings.confidential_addresses,
            approved_sites=settings.approved_sites,
            pupil_sites=settings.pupil_sites,
            sent=self.records.sent_mails if keeps_records else None,
            next_issue=self._next_issue if keeps_records else None,
        )

    def _next_issue(self, at: datetime) -> NextIssue | None:
        """By the desk's book: what is published already takes nothing more."""
        return self.bulletin.desk(self.registers.postings, self.policy.documents.live_calendar).next_issue(at)

    def drafts(self, files: Iterable[Path], at: datetime | None) -> Iterator[tuple[str, Draft | InputError]]:
        """The drafts in mail files; with `at`, each as if it were sent then."""
        return MailFiles(self.clock.now(), at).read(files)

    def import_sample(self) -> None:
        """Import the sample authority, unless the directory already holds schools."""
        sample.import_sample(self.registers.directory, self.settings.school_suffixes, self.clock)

    def check_setup(self) -> None:
        """Build everything that a check needs, what lets people in, and what is chosen to carry mail.

        Raises:
            SetupError: a setting, pack, model or the database is wrong; the message says what to do.
        """
        self.sign_in.check_setup()
        _ = self.exchange.desk
        self.road(keeps_records=True)
        self.mail.check_setup()
