"""What stands in each room of the pages?

Built once at start from what the installation is made of.
"""

from dataclasses import replace

from app.checks import FINDINGS
from app.compose.read_draft import Surroundings
from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.audience import Audience
from app.domain.draft import Draft
from app.policy.lint import lint
from app.policy_owner.example_drafts import DOMAIN, ExampleDirectory
from app.policy_owner.watch_accuracy import let_be
from app.web.owner.room import LintDesk, PolicyRoom
from app.web.state import Person, WebState
from app.wiring import PACKS, VERSION, Installation


def build_site(made: Installation) -> WebState:
    """What the pages need.

    Raises:
        SetupError: a setting, pack, model or the database is wrong.
    """
    return WebState(
        clock=made.clock,
        version=VERSION,
        is_local=made.settings.is_local,
        signing_key=made.signing_key,
        policy=_policy_room(made),
        own_domains=made.work_domains,
        cast=tuple(Person(p["name"], p["address"]) for p in made.colleagues()),
    )


def _policy_room(made: Installation) -> PolicyRoom:
    """Where the policy owner reads, tries and changes the packs."""
    folder = (made.settings.packs_folder or PACKS) / "clauses"
    files = {name: folder / f"{name}.yaml" for name in made.shipped_packs}
    return PolicyRoom(
        desk=made.desk,
        live=made.live_policy,
        sources=made.pack_sources,
        clauses={name: file.read_text(encoding="utf-8") for name, file in files.items() if file.is_file()},
        lint=LintDesk(lambda packs, today: lint(packs, FINDINGS, made.pack_sources, today, made.laws)),
        around=_example_surroundings(made),
        records=made.records(),
        let_be=lambda policy, rule, signed: let_be(made.accuracy, policy, rule, signed),
    )


def _example_surroundings(made: Installation) -> Surroundings:
    """As drafts are read here, but to the people of the examples."""
    directory, suffixes = ExampleDirectory(), made.settings.school_suffixes
    known = KnownMailboxes(made.settings.pupil_addresses, ())

    def resolve(draft: Draft, own_domains: tuple[str, ...]) -> Audience:
        return resolve_audience(draft, directory, own_domains, suffixes, known)

    around = made.road(keeps_records=False).around
    return replace(around, directory=directory, resolve_audience=resolve, own_domains=(DOMAIN,))
