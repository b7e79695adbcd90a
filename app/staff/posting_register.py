"""How is the register of who may post kept, and what does it say today?

Somebody gives leave, changes it or ends it; each is an entry of its own with who, when and why. A permission
without capacity, scope, subject or end date is refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.address import normal_address
from app.domain.calendar import in_london
from app.domain.errors import PostingError
from app.domain.posting import Champion, Outlet, Permission, PermissionEntry, PermissionState
from app.ports import Clock
from app.register_ports import PostingStore

LENGTHS: Mapping[str, int] = {
    "name": 200,
    "on_behalf_of": 200,
    "place": 200,
    "capacity": 200,
    "scope": 500,
    "subject": 200,
    "given_by": 200,
}
WHY_MAX = 300
_WHY = f"Say why, in {WHY_MAX} characters or fewer. It stays in the history."
_ASKED = {
    "name": "Write the person’s name.",
    "on_behalf_of": "Say on whose behalf: the school, the centre or the trust.",
    "place": "Say where: which list, site or account.",
    "capacity": "Say as what they post, for example as SENCO.",
    "scope": "Say what they may post.",
    "subject": "Say about what.",
    "given_by": "Say who gave leave.",
}
_LATEST = date(2100, 1, 1)
_ORDER = (
    PermissionState.ENDING_SOON,
    PermissionState.IN_FORCE,
    PermissionState.NOT_YET,
    PermissionState.ENDED,
)


@dataclass(frozen=True, slots=True)
class PostingDesk:
    """Where the register is kept."""

    store: PostingStore
    clock: Clock

    @property
    def today(self) -> date:
        """The day in London."""
        return in_london(self.clock.now()).date()


@dataclass(frozen=True, slots=True)
class PermissionLine:
    """One permission as it stands today, with its history, oldest first."""

    state: PermissionState
    history: tuple[PermissionEntry, ...]

    @property
    def entry(self) -> PermissionEntry:
        """The entry in force."""
        return self.history[-1]

    @property
    def permission(self) -> Permission:
        """What it allows."""
        return self.entry.permission


@dataclass(frozen=True, slots=True)
class PostingRegister:
    """The register on one day: what ends soon comes first, what has ended last."""

    lines: tuple[PermissionLine, ...]
    champions: tuple[Champion, ...]
    past_champions: tuple[Champion, ...]

    @property
    def permissions(self) -> tuple[Permission, ...]:
        """What `may_post` asks."""
        return tuple(line.permission for line in self.lines)

    @property
    def without_champion(self) -> tuple[str, ...]:
        """On whose behalf somebody may post, though no digital champion is named.

        The bulletin is the authority's own, which has no champion.
        """
        named = {champion.on_behalf_of.casefold() for champion in self.champions}
        standing = (
            line.permission
            for line in self.lines
            if line.state is not PermissionState.ENDED and line.permission.outlet is not Outlet.BULLETIN
        )
        found = dict.fromkeys(p.on_behalf_of for p in standing if p.on_behalf_of.casefold() not in named)
        return tuple(sorted(found, key=str.casefold))

    def line(self, key: str) -> PermissionLine | None:
        """One permission."""
        return next((line for line in self.lines if line.entry.key == key), None)


def posting_register(desk: PostingDesk) -> PostingRegister:
    """What the register says today."""
    by_key: dict[str, list[PermissionEntry]] = {}
    for entry in desk.store.entries():
        by_key.setdefault(entry.key, []).append(entry)
    today = desk.today
    lines = [PermissionLine(e[-1].permission.state(today), tuple(e)) for e in by_key.values()]
    lines.sort(key=lambda line: (_ORDER.index(line.state), line.permission.ends, line.permission.name))
    now, past = _champions(desk.store.champions())
    return PostingRegister(tuple(lines), now, past)


def give(desk: PostingDesk, permission: Permission, by: str, why: str) -> PermissionEntry:
    """Let somebody post.

    Raises:
        PostingError: something is missing or too long; it names the field.
    """
    right = _right(permission)
    if right.ends < desk.today:
        raise PostingError("The last day is past already. Give one from today on.", "ends")
    return desk.store.add(PermissionEntry(0, "", right, desk.clock.now(), by, _why(why)))


def change(desk: PostingDesk, follows: PermissionEntry, permission: Permission, by: str, why: str) -> None:
    """Put other words or dates in place of those of an entry.

    Raises:
        PostingError: something is missing, nothing would change, or somebody changed it meanwhile.
    """
    right = _right(permission)
    if right == follows.permission:
        raise PostingError("Nothing would change.")
    _follow(desk, follows, right, by, why)


def end(desk: PostingDesk, follows: PermissionEntry, by: str, why: str) -> None:
    """End a permission at once: from today on it lets nobody post.

    Raises:
        PostingError: it has ended already, no reason is given, or somebody changed it meanwhile.
    """
    if follows.permission.state(desk.today) is PermissionState.ENDED:
        raise PostingError("This permission has ended already.")
    _follow(desk, follows, replace(follows.permission, ends=desk.today - timedelta(days=1)), by, why)


def name_champion(desk: PostingDesk, on_behalf_of: str, address: str, name: str, by: str) -> Champion:
    """Say who the digital champion of a school or trust is from now on; without a name, nobody.

    Raises:
        PostingError: the school is missing, or the address cannot be used.
    """
    school, named = _line(on_behalf_of), _line(name)
    if not school or len(school) > LENGTHS["on_behalf_of"]:
        raise PostingError(_ASKED["on_behalf_of"], "champion_of")
    if len(named) > LENGTHS["name"]:
        raise PostingError(f"Say it in {LENGTHS['name']} characters or fewer.", "champion_name")
    known = normal_address(address)
    if named and not known:
        raise PostingError("Write their work e-mail address in full.", "champion_address")
    champion = Champion(school, known if named else "", named, desk.clock.now(), by)
    desk.store.name_champion(champion)
    return champion


def _follow(desk: PostingDesk, follows: PermissionEntry, permission: Permission, by: str, why: str) -> None:
    desk.store.add(
        PermissionEntry(0, follows.key, permission, desk.clock.now(), by, _why(why), follows.number)
    )


def _right(permission: Permission) -> Permission:
    """The permission in tidy spelling. Raises PostingError for the first field that is wrong."""
    address = normal_address(permission.address)
    tidy = {field: _line(getattr(permission, field)) for field in LENGTHS}
    for field, said in wrong_in({"address": permission.address, **tidy}).items():
        raise PostingError(said, field)
    if not permission.starts <= permission.ends < _LATEST:
        raise PostingError("The last day cannot be before the first.", "ends")
    return replace(permission, address=address, **tidy)  # type: ignore[arg-type]  # the names are those of text fields


def wrong_in(texts: Mapping[str, str]) -> Mapping[str, str]:
    """What is missing or too long in the words of a form, all of it, by field; `why` only where it is one."""
    found = {}
    if not normal_address(texts["address"]):
        found["address"] = "Write their work e-mail address in full."
    for field, most in LENGTHS.items():
        said = _line(texts[field])
        if not said or len(said) > most:
            found[field] = f"Say it in {most} characters or fewer." if said else _ASKED[field]
    if "why" in texts and not 0 < len(_line(texts["why"])) <= WHY_MAX:
        found["why"] = _WHY
    return found


def _why(why: str) -> str:
    said = _line(why)
    if not said or len(said) > WHY_MAX:
        raise PostingError(_WHY, "why")
    return said


def _line(words: str) -> str:
    return " ".join(words.replace("\0", "").split())


def _champions(named: Iterable[Champion]) -> tuple[tuple[Champion, ...], tuple[Champion, ...]]:
    """Those in force, by school, and those before them, newest first."""
    last: dict[str, Champion] = {}
    past: list[Champion] = []
    for champion in named:
        school = champion.on_behalf_of.casefold()
        if school in last:
            past.append(last[school])
        last[school] = champion
    now: Sequence[Champion] = [last[school] for school in sorted(last) if last[school].name]
    return tuple(now), tuple(reversed([champion for champion in past if champion.name]))
