"""What does the running service need at its start?"""

from collections.abc import Sequence
from dataclasses import replace

import structlog

from app.adapters.files.kept_builds import keep_build
from app.adapters.files.sample_authority import sample_people
from app.adapters.parent import end_with_parent
from app.adapters.store.forgetful import ForgetfulRecords
from app.adapters.store.upgrade import is_current
from app.adapters.workflow.engine import Engine
from app.api.state import ServiceState
from app.bulletin.desk import BulletinDesk
from app.bulletin.document_review import ScanLate
from app.compose.fix.fix_draft import fix_draft
from app.domain.errors import SettingsError
from app.ports import Reader
from app.wiring.installation import Installation
from app.wiring.mailings import LayOut
from app.wiring.manifest import ICONS
from app.wiring.places import VERSION
from app.wiring.put_document import put_document
from app.wiring.retention import look_through
from app.wiring.review import flag
from app.wiring.suggestions import Suggestions, desk_of
from app.wiring.website import link_to, website_of

log = structlog.get_logger("sendwell.start")


def build_service(made: Installation) -> ServiceState:
    """The running service.

    Raises:
        SetupError: a setting, pack, model or the database is wrong.
    """
    end_with_parent()
    settings = made.settings
    made.sign_in.check_setup()
    if settings.sample:
        made.import_sample()
    looking = look_through(made)
    for one in looking.at_start():
        level = log.warning if one.failed else log.info
        level("looked through what is past its time", kind=one.kind, gone=one.gone, failed=one.failed)
    if looking.leapt_at:
        log.warning("nothing is deleted for a day: the clock leapt by more than a month")
    road = made.road(keeps_records=True)
    fixing = replace(road, records=ForgetfulRecords(), memory=None)
    return ServiceState(
        road=road,
        clock=made.clock,
        choices=made.records.choices,
        bulletin=Suggestions(made).door(desk_of(made), lambda number: link_to(made, number)),
        put_document=lambda name, content, by, in_mail: put_document(
            made, name, content, by, in_mail=in_mail
        ),
        tell=lambda draft, caller, token: made.exchange.tell(draft, caller, token, road.around.own(draft)),
        flag=lambda *given: flag(made, *given),
        fix=lambda draft, wanted: fix_draft(draft, wanted, fixing),
        version=VERSION,
        readiness={
            "database": lambda: _have(
                [1] if is_current(made.ground.engine) else [],
                "the database has the schema of another version: start this process again",
            ),
            "models": lambda: _read_something(made.language.reader),
            "packs": lambda: _have(made.policy.packs, "no pack applies"),
            "journal": made.journal.require_signed,
        },
        ui_folder=settings.ui_folder,
        icons_folder=ICONS,
        earlier_builds=keep_build(settings.ui_folder, settings.data / "builds"),
        manifest=made.manifests.served,
        addin_address=made.manifests.address,
        closed_at_send=settings.closed_at_send,
        people=sample_people() if settings.sample else (),
    )


def build_engine(made: Installation, desk: BulletinDesk, lay_out: LayOut) -> Engine:
    """What the service does by itself while it runs."""
    mail, room, book = made.mail, made.mail_room, made.bulletin.address_book
    sender = room.mail_out(book, mail.publisher, mail.write, mail.pace, mail.batch) if mail.is_sent else None
    late, old = ScanLate(made.bulletin.documents, made.bulletin.scanner, made.clock), look_through(made)

    def aside() -> None:
        old.look()
        late.look()

    return room.engine(desk, lay_out, sender, aside=aside, website=website_of(made))


def _read_something(reader: Reader) -> None:
    _have(reader.read("Please return the form by Friday."), "the language model gives no answer")


def _have(found: Sequence[object], otherwise: str) -> None:
    if not found:
        raise SettingsError(otherwise)
