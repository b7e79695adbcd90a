"""What stands in each room of the pages?

Built once at start from what the installation is made of.
"""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from app.bulletin.desk import BulletinDesk
from app.bulletin.go_out import mailing_of_issue, mailing_of_request
from app.bulletin.printed.archive import Archive, ArchiveWebsite
from app.bulletin.printed.layout import Masthead
from app.bulletin.printed.said_for_whom import ListNames
from app.bulletin.requests.decide_request import as_checked
from app.bulletin.requests.urgency_test import urgency_rules
from app.bulletin.samples.examples import Examples
from app.checks import FINDINGS
from app.compose.read_draft import Surroundings
from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.audience import Audience
from app.domain.caller import Caller
from app.domain.draft import Draft
from app.domain.item import Person as Somebody
from app.furnishing_staff import staff_room
from app.policy.lint import lint
from app.policy_owner.example_drafts import DOMAIN, ExampleDirectory
from app.policy_owner.watch_accuracy import let_be
from app.web.archive.room import ArchiveRoom
from app.web.desk.gates_shown import gates_of
from app.web.desk.room import DeskRoom, editors
from app.web.directory.room import DirectoryRoom
from app.web.figures.room import FiguresRoom
from app.web.insight.room import InsightRoom
from app.web.owner.room import LintDesk, PolicyRoom
from app.web.requests.room import RequestsRoom, of_a_mail
from app.web.review.room import ReviewRoom
from app.web.sign_in.door import Door
from app.web.state import WebState
from app.wiring.audiences import audiences_of, lists_in_force
from app.wiring.installation import Installation
from app.wiring.leaving import leave_desk
from app.wiring.places import VERSION
from app.wiring.put_document import said_of
from app.wiring.sample import bulletin_contact
from app.wiring.suggestions import Suggestions, desk_of
from app.wiring.website import website_of


def build_site(made: Installation) -> WebState:
    """What the pages need.

    Raises:
        SetupError: a setting, pack, model or the database is wrong.
    """
    return WebState(
        clock=made.clock,
        version=VERSION,
        door=_door(made),
        signing_key=made.ground.signing_key,
        policy=_policy_room(made),
        staff=staff_room(made),
        desk=desk_room(made),
        directory=_directory_room(made),
        archive=_archive_room(made),
        figures=_figures_room(made),
        insight=_insight_room(made),
        review=ReviewRoom(made.review.desk, made.policy.live, known_people(made)),
        requests=_requests_room(made),
        own_domains=made.work_domains,
        cast=tuple(Caller(p["name"], p["address"]) for p in made.colleagues),
    )


def _door(made: Installation) -> Door:
    """Who lets people in here, and whom they ask."""
    settings, parts = made.settings, made.sign_in
    if parts.provider is None:
        return Door(parts.sessions)
    whom = (parts.provider, settings.pages, parts.role_names, settings.roles_given_by)
    return Door(parts.sessions, *whom, made.refusals.tell, parts.asks_every, parts.sign_outs)


def _policy_room(made: Installation) -> PolicyRoom:
    """Where the policy owner reads, tries and changes the packs."""
    policy = made.policy
    return PolicyRoom(
        desk=policy.desk,
        live=policy.live,
        sources=policy.sources,
        clauses=policy.clauses,
        lint=LintDesk(
            lambda packs, today: lint(packs, FINDINGS, policy.sources, today, policy.documents.laws),
            lambda: policy.documents.texts()["laws"],
        ),
        around=_example_surroundings(made),
        records=made.records.checks,
        let_be=lambda *rule: let_be(policy.accuracy, *rule),
    )


def known_people(made: Installation) -> tuple[Somebody, ...]:
    """Of the sample authority, who may say that they are one of them."""
    return tuple(Somebody(p["name"], p["address"]) for p in made.colleagues)


def desk_room(made: Installation) -> DeskRoom:
    """Where items become an issue of the bulletin."""
    desk = desk_of(made)
    known, found = known_people(made), Suggestions(made)
    return DeskRoom(
        desk=desk,
        count=made.bulletin.address_book.count,
        audiences=audiences_of(made),
        editors=lambda: editors(desk, known),
        gates=lambda item: gates_of(found.gates(item.text, item.sender)),
        opening=lambda words, editor: gates_of(found.opening(words, editor)),
        alike=lambda item: [one.item for one in found.alike(item.text, item.id)],
        perhaps_alike=lambda item: [one.item for one in found.perhaps_alike(item.text, item.id)],
        how_far=lambda key: made.mail_room.how_far(mailing_of_issue(key)),
        masthead=Masthead(contact=bulletin_contact(made.settings)),
        website=website_of(made),
        examples=_examples(made, desk) if made.settings.sample else None,
        sends=made.mail.is_sent,
    )


def _examples(made: Installation, desk: BulletinDesk) -> Callable[[Somebody], None]:
    """What can be put on the sample authority's empty desk."""

    def put_in(by: Somebody) -> None:
        clusters = audiences_of(made)().clusters
        rules = urgency_rules(made.policy.live())
        Examples(desk, known_people(made), rules, clusters[0] if clusters else "").put_in(by)

    return put_in


def _requests_room(made: Installation) -> RequestsRoom:
    """Where mail that does not fit the bulletin is decided on."""
    found = Suggestions(made)
    return RequestsRoom(
        gates=lambda request: of_a_mail(gates_of(found.gates(as_checked(request), request.sender))),
        how_far=lambda request: made.mail_room.how_far(mailing_of_request(request.id)),
    )


def _figures_room(made: Installation) -> FiguresRoom:
    """Where it is counted what schools got, and what was sent."""
    kept = made.records
    return FiguresRoom(
        kept.sent_drafts,
        made.mail_room.school_mails,
        made.registers.directory.open_schools,
        made.settings.keep_records_days,
        made.settings.keep_mailings_days,
    )


def _insight_room(made: Installation) -> InsightRoom:
    """Where it is counted how rules are met; teams by the staff list."""
    return InsightRoom(
        facts=made.records.rule_facts,
        team_book=made.records.team_book,
        staff=made.registers.staff,
        policy=made.policy.live,
        keyed_hash=made.records.checks.keyed_hash,
        accounts=made.rights.accounts.addresses,
        records_days=made.settings.keep_records_days,
    )


def _archive_room(made: Installation) -> ArchiveRoom:
    """What anybody can read of the bulletin."""
    archive = Archive(
        book=made.bulletin.book,
        clock=made.clock,
        masthead=Masthead(contact=bulletin_contact(made.settings)),
        lists=lambda: ListNames(lists_in_force(made)),
        website=ArchiveWebsite(find=made.bulletin.documents.facts),
        language=made.settings.mail_language,
    )
    base = made.settings.website
    host = urlsplit(base).hostname or "localhost"
    kept, is_scanned = made.bulletin, bool(made.settings.clamd)
    said, leaving = said_of(made), leave_desk(made)
    return ArchiveRoom(archive, kept.documents, kept.word_index, said, leaving, is_scanned, base, host)


def _directory_room(made: Installation) -> DirectoryRoom:
    """Where the schools that the bulletin goes to are looked after."""
    kept = made.registers
    return DirectoryRoom(
        clock=made.clock,
        store=kept.directory,
        book=kept.school_book,
        lists=kept.lists,
        shelf=kept.import_shelf,
        addresses=made.bulletin.address_book,
        school_suffixes=made.settings.school_suffixes,
    )


def _example_surroundings(made: Installation) -> Surroundings:
    """As drafts are read here, but to the people of the examples."""
    directory, suffixes = ExampleDirectory(), made.settings.school_suffixes
    known = KnownMailboxes(made.settings.pupil_addresses, ())

    def resolve(draft: Draft, own_domains: tuple[str, ...]) -> Audience:
        return resolve_audience(draft, directory, own_domains, suffixes, known)

    around = made.road(keeps_records=False).around
    return replace(around, directory=directory, resolve_audience=resolve, own_domains=(DOMAIN,))
