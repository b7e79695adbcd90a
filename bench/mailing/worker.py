"""A process that sends mail, as it stands in the service, and is there to be killed.

Beside it stands the bare client of the standard library: the same letters, signed or not, with nothing kept of it.
"""

import multiprocessing
import smtplib
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.policy import SMTP
from multiprocessing.context import ForkProcess
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.adapters.clock import SystemClock
from app.adapters.mail.dkim_signature import DkimSigner
from app.adapters.mail.smtp import SmtpPublisher
from app.adapters.mail.smtp_connection import SmtpServer
from app.adapters.store.address_book import SqlAddressBook
from app.adapters.store.deliveries import SqlDeliveries
from app.adapters.store.directory import SqlDirectory
from app.adapters.store.engine import open_engine
from app.adapters.store.mailings import SqlMailings, SqlWorkers
from app.adapters.store.upgrade import upgrade
from app.adapters.workflow.duties import Duties, Rhythm
from app.adapters.workflow.engine import Engine
from app.adapters.workflow.watch import Watch
from app.bulletin.mailing.mail_out import Habits, MailOut
from app.bulletin.mailing.message import Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import Delivery
from app.domain.for_whom import EVERYBODY
from app.domain.mailing import Mailing, MailingText
from app.domain.school import Phase, School
from app.ports import DirectoryContents, DirectoryEntry

KEY = b"a key of thirty-two bytes length"
WEEK = "issue-2026-27-12"
SENDER = "bulletin@council.example"
_RHYTHM = Rhythm(look=0.3, silence=4.0)
_FORK = multiprocessing.get_context("fork")
_TEXT = "Dear colleagues,\n\n" + "The autumn census is due on 1 October. Ask us if you need help.\n" * 20


@dataclass(frozen=True, slots=True)
class Setup:
    """Where a worker finds its database and its mail server, which engine drives it, and whether it signs."""

    url: str
    port: int
    folder: Path
    engine: str = "plain"
    signs: bool = False


WRITE = MessageWriter(Identity(SENDER, "E-bulletin"), MessageIds(KEY))


def signer(folder: Path) -> DkimSigner:
    """With an RSA key of 2,048 bits, as most have; made on first use."""
    file = folder / "dkim.pem"
    if not file.exists():
        key = rsa.generate_private_key(65_537, 2048)
        file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return DkimSigner("council.example", "bench", file)


def prepare(url: str, addresses: int) -> dict[str, str]:
    """A directory with so many schools, and a mailing to all of them; address by key."""
    engine = open_engine(url)
    upgrade(engine)
    directory = SqlDirectory(engine, KEY)
    schools = tuple(School(f"{n:06}", f"School {n}", Phase.PRIMARY) for n in range(addresses))
    held = {s.urn: f"office@s{s.urn}.sch.example" for s in schools}
    entries = tuple(DirectoryEntry(address, urn, "office") for urn, address in held.items())
    directory.replace(DirectoryContents(schools, frozenset(), entries, datetime.now(UTC)))
    texts = {"": MailingText("E-bulletin 12", _TEXT)}
    SqlMailings(engine).begin(Mailing(WEEK, EVERYBODY, texts, datetime.now(UTC), is_regular=True))
    engine.dispose()
    return {directory.hash_address(address): address for address in held.values()}


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, and the name under which it works."""

    process: ForkProcess
    name: str


def begin_worker(setup: Setup) -> Worker:
    """A worker in a process of its own, with a name that nobody had before."""
    name = uuid.uuid4().hex
    process = _FORK.Process(target=_work, args=(setup, name), daemon=True)
    process.start()
    return Worker(process, name)


def _work(setup: Setup, name: str) -> None:
    database = open_engine(setup.url)
    clock = SystemClock()
    mailings, deliveries = SqlMailings(database), SqlDeliveries(database)
    habits = Habits(look_again=timedelta(seconds=0.5))
    mail_out = MailOut(
        mailings,
        deliveries,
        SqlAddressBook(database, KEY, clock),
        SmtpPublisher(
            SmtpServer("127.0.0.1", setup.port, "none"), SENDER, signer(setup.folder) if setup.signs else None
        ),
        WRITE,
        clock,
        habits,
    )
    duties = Duties(
        look=lambda: None,
        going=lambda: [mailing.id for mailing in mailings.going()],
        plan=mail_out.plan,
        work=lambda *given: mail_out.work(*given).wait,
        give_up=deliveries.give_up,
    )
    watch = Watch(name, SqlWorkers(database), clock, _RHYTHM)
    if setup.engine == "dbos":
        from bench.mailing.dbos_engine import DbosEngine  # noqa: PLC0415 - only where it is installed

        system = setup.url if setup.url.startswith("postgres") else f"sqlite:///{setup.folder}/workflows.db"
        DbosEngine(system, duties, watch).start()
    else:
        Engine(duties, watch).start()
    watch.stopping.wait()


def bare_loop(port: int, addresses: int, sign: DkimSigner | None = None) -> None:
    """The same letters by the client of the standard library, on one connection."""
    mailing = Mailing(WEEK, EVERYBODY, {"": MailingText("E-bulletin 12", _TEXT)}, datetime.now(UTC))
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        for n in range(addresses):
            address = f"office@s{n:06}.sch.example"
            data = WRITE(mailing, Delivery(WEEK, f"{n:064}", ""), address).as_bytes(policy=SMTP)
            client.sendmail(SENDER, [address], sign(data) if sign else data)
