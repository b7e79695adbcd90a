"""Is this installation well, and if not, what mends it?

Looks at everything a check needs and says what was found, part by part; one part that fails does
not hide the next.
"""

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.compose.check_draft import check_draft
from app.domain.draft import Body, Draft, Moment
from app.domain.errors import ProviderError, SendwellError
from app.manifest.reached import reached_faults
from app.website_ports import Scan
from app.wiring.clocks import wrong_clock
from app.wiring.installation import Installation
from app.wiring.room import weak_folders
from app.wiring.weak_points import Weak, weak_keys, weak_settings

SAFE_PYTHON = (3, 11, 14)
OLD_AFTER_DAYS = 31
CALENDAR_AHEAD_DAYS = 60
SLOW_MS = 250


class Mark(StrEnum):
    """How a part was found: well, well but worth knowing, or to be mended."""

    WELL = "ok"
    NOTE = "note"
    MEND = "LOOK"


@dataclass(frozen=True, slots=True)
class Found:
    """One part of the installation: how it was found, and what to know or do."""

    mark: Mark
    part: str
    said: str

    @property
    def is_well(self) -> bool:
        """Nothing needs mending."""
        return self.mark is not Mark.MEND


def diagnose(made: Installation) -> Iterator[Found]:
    """Look at every part in turn."""
    looks: dict[str, Callable[[Installation], tuple[Mark | bool, str]]] = {
        "python": _python,
        "data folder": _data,
        "database": lambda made: (True, f"{made.ground.engine.dialect.name}, schema up to date"),
        "keys": _keys,
        "journal": _journal,
        "backup": lambda made: _weakness(list(made.backups.weak()), "made this week"),
        "clock": _clock,
        "settings": _settings,
        "sign-in": _sign_in,
        "exchange": _exchange,
        "directory": _directory,
        "policy packs": lambda made: (
            True,
            ", ".join(f"{p.id} ({len(p.rules)} rules)" for p in made.policy.packs),
        ),
        "calendar": _calendar,
        "language model": lambda made: (True, f"tone {made.language.reader.version}"),
        "pages": _pages,
        "add-in": _addin,
        "viruses": _viruses,
        "mail": _mail,
        "speed": _speed,
    }
    broken: dict[str, str] = {}
    for part, look in looks.items():
        try:
            mark, said = look(made)
        except SendwellError as error:
            first = broken.setdefault(str(error), part)
            mark, said = Mark.MEND, str(error) if first == part else f"for the same reason as the {first}"
        if isinstance(mark, bool):
            mark = Mark.WELL if mark else Mark.MEND
        yield Found(mark, part, said)


def _python(_made: Installation) -> tuple[Mark, str]:
    said = platform.python_version()
    if sys.version_info[:3] >= SAFE_PYTHON:
        return Mark.WELL, said
    return Mark.NOTE, f"{said} works, but 3.11.14 and later have security fixes. Upgrade when you can"


def _data(made: Installation) -> tuple[Mark, str]:
    return _weakness(list(weak_folders(made.ground)), f"{made.ground.data.resolve()}")


def _clock(made: Installation) -> tuple[bool, str]:
    wrong = wrong_clock(made)
    return not wrong, wrong or "as the database has it"


def _keys(made: Installation) -> tuple[Mark, str]:
    """Whether they fit, how much lies under each, and whether anybody else can get at them."""
    made.keys.fit()
    used = {key: many for key, many in made.keys.used().items() if many}
    newest = made.ground.keys.newest()
    weak = weak_keys(made.ground)
    if any(key != newest for key in used) and newest != made.ground.keys.first():
        weak.append(Weak("a change of keys was broken off. Run it again: sendwell keys rotate"))
    return _weakness(weak, f"{len(made.ground.keys.all())}, the newest is {newest.label}")


def _settings(made: Installation) -> tuple[Mark, str]:
    """Those that make it easier than it should be to read along."""
    return _weakness(weak_settings(made.settings), "none is weak")


def _weakness(weak: Sequence[Weak], otherwise: str) -> tuple[Mark, str]:
    said = "; ".join(one.said for one in sorted(weak, key=lambda one: not one.is_serious))
    if any(one.is_serious for one in weak):
        return Mark.MEND, said
    return (Mark.NOTE, said) if weak else (Mark.WELL, otherwise)


def _journal(made: Installation) -> tuple[bool, str]:
    """Only its end is looked at, which is quick: `sendwell journal verify` looks at every entry."""
    entries = made.journal.require_signed()
    return True, f"{entries} entries" if entries else "nothing is told yet"


def _sign_in(made: Installation) -> tuple[Mark | bool, str]:
    """The provider is asked for its keys; nobody signs in."""
    parts = made.sign_in
    parts.check_setup()
    if parts.is_local:
        return Mark.NOTE, "people pick who they are, on this computer only. For more, set SENDWELL_SIGN_IN"
    if weak := parts.weak():
        return False, "; ".join(weak)
    try:
        said = f"by {parts.keys.issuer()}, which is there"
    except ProviderError as error:
        return False, (
            f"{error} Look whether this machine reaches {parts.registration.authority}, and whether that is"
            " yours (SENDWELL_SIGN_IN_AUTHORITY)"
        )
    if "SENDWELL_SIGN_IN_SECRET" in os.environ:
        return Mark.NOTE, f"{said}. The client secret would be safer in a file: set SENDWELL_SECRETS"
    if not parts.looks_at_strength:
        return Mark.NOTE, (
            f"{said}. Whether people sign in with a second factor is not looked at: set"
            " SENDWELL_SIGN_IN_CONTEXTS or SENDWELL_SIGN_IN_FACTORS"
        )
    return True, said


def _exchange(made: Installation) -> tuple[Mark | bool, str]:
    """Nobody can be asked for here, so what is told is whether somebody lately was."""
    asked = made.exchange
    if not asked.is_asked:
        return Mark.NOTE, "not asked who reads a draft, and who is away. Set SENDWELL_EXCHANGE_FACTS"
    asked.desk  # noqa: B018 - making it finds what is wrong with the settings
    now = made.clock.now()
    tokens, facts = asked.tokens.count(now), asked.facts.count(now)
    if tokens:
        return Mark.WELL, f"asked for {tokens} people within the hour; {facts} mailboxes and groups are known"
    return Mark.NOTE, (
        f"asked for nobody within the hour; {facts} mailboxes and groups are known. If that stays so while"
        f" people write, an administrator has to consent to the permission Mail.Read: {asked.consent_page}"
    )


def _directory(made: Installation) -> tuple[bool, str]:
    held = made.registers.directory.summary()
    if held.imported_at is None or not held.schools:
        return False, "no schools. Run: sendwell directory import REGISTER --emails F --clusters F"
    age = (made.clock.now() - held.imported_at).days
    said = f"{len(held.schools)} schools, {len(held.address_hashes)} addresses, imported {age} days ago"
    return age <= OLD_AFTER_DAYS, said if age <= OLD_AFTER_DAYS else f"{said}. Import the register again"


def _calendar(made: Installation) -> tuple[bool, str]:
    last = made.policy.documents.calendar.last_day
    if last is None or (last - made.clock.now().date()).days < CALENDAR_AHEAD_DAYS:
        return False, f"ends on {last}. Add the next school year at /policy/settings/calendar"
    issue = made.policy.documents.calendar.next_issue(made.clock.now())
    return True, f"to {last}; next issue {issue.goes_out if issue else 'unknown'}"


def _pages(made: Installation) -> tuple[bool, str]:
    folder = made.settings.ui_folder
    built = (folder / "index.html").is_file()
    return built, "built" if built else f"not in {folder}. Run make ui, or look at SENDWELL_UI_FOLDER"


def _addin(made: Installation) -> tuple[Mark | bool, str]:
    """Every address that the manifests name is asked, as an Outlook would; so is the certificate."""
    if not made.manifests.has_address:
        return Mark.NOTE, "it has no address yet. For Outlook, set SENDWELL_PAGES_URL and see docs/deploy.md"
    both = made.manifests.served("")
    faults = list(reached_faults(both, made.manifests.addresses, made.clock.now()))
    said = f"{both.made_for.name} {both.made_for.version} at {both.made_for.base_url}, send mode"
    return not faults, "; ".join(faults) or f"{said} {both.made_for.send_mode.value}; every address answers"


def _viruses(made: Installation) -> tuple[Mark | bool, str]:
    """The scanner is asked about some harmless words."""
    if not made.settings.clamd:
        return Mark.NOTE, "documents on the website are not scanned. To have them scanned, set SENDWELL_CLAMD"
    is_there = made.bulletin.scanner.scan(b"Is anybody there?") is Scan.CLEAN
    return is_there, (
        "the scanner is there"
        if is_there
        else "no answer. Look whether clamd runs, and at SENDWELL_CLAMD; documents wait until then"
    )


def _mail(made: Installation) -> tuple[Mark | bool, str]:
    """The carrier is asked whether it would take mail from us; none is sent."""
    if not made.mail.is_sent:
        return Mark.NOTE, "nothing is sent from here. To send the bulletin, set SENDWELL_PUBLISHER"
    outcome = made.mail.publisher.look()
    carrier = made.settings.publisher
    return outcome.refusal is None, outcome.reason or f"by {carrier}, which is there and lets us in"


def _speed(made: Installation) -> tuple[bool, str]:
    """The median of five checks of a mail of 150 words, each unseen, on this machine as it is now."""
    road = made.road(keeps_records=False)
    times = []
    for turn in range(5):
        words = " ".join(f"Please send form {turn}{n} back to the office by Friday." for n in range(15))
        draft = Draft("Forms", Body(words), made.clock.now())
        started = time.perf_counter()
        check_draft(draft, Moment.COMPOSE, road)
        times.append((time.perf_counter() - started) * 1000)
    median = statistics.median(times)
    return median < SLOW_MS, f"a 150-word draft takes {median:.0f} ms"
