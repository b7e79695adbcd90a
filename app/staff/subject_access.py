"""How does somebody get everything that is held about them in one file, and who had a hand in it?

An administrator asks for them; where rows tell of other people, they are left out, or a second administrator
decides. Each step is kept, told to the journal, and read by the person it is about.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.address import normal_address
from app.domain.errors import AccessError
from app.domain.item import Person
from app.domain.rights import AccessRequest, AccessState, Whoever, reason
from app.ports import Clock
from app.rights_ports import AccessRequests, AccountCodes, HeldRows
from app.staff.held_about import HELD, OF_OTHERS, AboutRow, AboutTable, Everything, held_about

_ID_BYTES = 16
_NAME_MAX = 200


@dataclass(frozen=True, slots=True)
class AccessDesk:
    """Where it is worked on. `tables` are those of the database; `how_long` says how long each is kept."""

    requests: AccessRequests
    rows: HeldRows
    accounts: AccountCodes
    keyed_hash: Callable[[str], str]
    clock: Clock
    tables: Callable[[], Mapping[str, Sequence[str]]]
    how_long: Callable[[], Mapping[str, str]]

    def whoever(self, address: str, key: str = "") -> Whoever:
        """One person, by everything that can be known from their address, and their account's key."""
        who, code = normal_address(address), self.keyed_hash
        typed = address.strip().lower()
        known = {code(name) for name in (typed, who, key) if name}
        known |= {code(f"sender\0{who}")} if who else set()
        linked = {account for name in (typed, who) if name for account in self.accounts.accounts(code(name))}
        return Whoever(who, key, frozenset(known | linked))

    def everything(self, who: Whoever) -> Everything:
        """All that is held about somebody."""
        return held_about(self.rows, self.tables(), self.how_long(), who)

    def request(self, number: str) -> AccessRequest:
        """Raises AccessError when there is none."""
        found = self.requests.request(number)
        if found is None:
            raise AccessError("There is no such request. It may have been deleted when its time was over.")
        return found


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. `is_sure`: it is they who ask. `wants_others`: with what tells of others too."""

    about: Person
    why: str
    is_sure: bool
    wants_others: bool = False


def ask(desk: AccessDesk, wish: Wish, by: Person) -> AccessRequest:
    """Ask for what is held about somebody who asked for it; with what tells of others, if somebody agrees.

    Raises:
        AccessError: no address or reason, nobody looked who it is that asks, or it is their own data.
    """
    for field, words in wrong_in(wish, by).items():
        raise AccessError(words, field)
    about, who, said = wish.about, normal_address(wish.about.address), reason(wish.why, "why")
    found = desk.everything(desk.whoever(who))
    state = AccessState.ASKED if wish.wants_others and found.of_others else AccessState.READY
    named = Person(" ".join(about.name.split())[:_NAME_MAX] or who, who)
    made = AccessRequest(secrets.token_hex(_ID_BYTES), named, by, desk.clock.now(), said, state)
    desk.requests.begin(made)
    return made


def wrong_in(wish: Wish, by: Person) -> Mapping[str, str]:
    """What is missing or wrong in a wish, all of it, by field of the form."""
    found, who = {}, normal_address(wish.about.address)
    if not who:
        found["address"] = "Write their work e-mail address in full."
    elif who == normal_address(by.address):
        found["address"] = "Yours is on the page “Held about you”. Nobody else has to ask for it."
    try:
        reason(wish.why, "why")
    except AccessError as error:
        found["why"] = str(error)
    if not wish.is_sure:
        found["sure"] = "Make sure first that it is they who ask."
    return found


def decide(desk: AccessDesk, number: str, by: Person, why: str, *, with_others: bool) -> AccessRequest:
    """A second administrator has looked at the rows that tell of others. Raises AccessError."""
    decided = desk.request(number).decided(by, desk.clock.now(), why, with_others=with_others)
    desk.requests.keep(decided)
    return decided


def withdraw(desk: AccessDesk, number: str, by: Person) -> AccessRequest:
    """It is not needed any more. Raises AccessError."""
    gone = desk.request(number).withdrawn(by)
    desk.requests.keep(gone)
    return gone


def take(desk: AccessDesk, number: str, by: Person) -> Mapping[str, Any]:
    """The file, as plain data; that it was taken is kept first. Raises AccessError."""
    taken = desk.request(number).taken(by, desk.clock.now())
    desk.requests.keep(taken)
    return as_file(taken, desk.everything(desk.whoever(taken.about.address)))


def as_file(request: AccessRequest, found: Everything) -> dict[str, Any]:
    """One file with everything, what is left out and why, and what is held."""
    return {
        "about": {"name": request.about.name, "address": request.about.address},
        "request": {
            "number": request.id,
            "asked_by": request.by.name,
            "asked_at": request.at.isoformat(),
            "why": request.why,
            "second_person": request.second.name if request.second else None,
            "tells_of_others": request.with_others,
        },
        "made_at": request.taken_at.isoformat() if request.taken_at else None,
        "how_to_read_it": _HOW_TO_READ,
        "left_out": left_out(request, found),
        "held": [{"in": table.title, "row": _row(row, request), "why": HELD} for table, row in found.held],
        "everything": [_table(one, request) for one in found.tables],
        "not_looked_for": dict(found.not_found),
    }


_HOW_TO_READ = (
    "Each table of Sendwell in which you are found, with what its columns mean. `is_about_you` tells rows"
    " about you from rows that you only wrote. `left_out` names what is not given, and why. Codes that tell"
    " nobody anything are not listed. Of the words of your mail only those are kept"
    " that you attached to a case yourself; you have them on your own page."
)


def left_out(request: AccessRequest, found: Everything) -> list[dict[str, Any]]:
    """What is not in the file, how often, and why."""
    reasons = dict(found.withheld)
    if not request.with_others and found.of_others:
        reasons[OF_OTHERS] = sum(len(row.of_others) for _, row in found.of_others)
    return [{"why": why, "places": many} for why, many in reasons.items()]


def _table(one: AboutTable, request: AccessRequest) -> dict[str, Any]:
    return {
        "table": one.table,
        "what_it_is": one.title,
        "why_it_is_kept": one.why,
        "how_long": one.how_long,
        "columns": dict(one.columns),
        "rows": [_row(row, request) for row in one.rows],
    }


def _row(row: AboutRow, request: AccessRequest) -> dict[str, Any]:
    others = dict(row.of_others) if request.with_others else {}
    missing = dict(row.withheld) | ({} if request.with_others else dict.fromkeys(row.of_others, OF_OTHERS))
    return {
        "is_about_you": row.is_about,
        **({"held": HELD} if row.is_held else {}),
        "values": dict(row.values) | others,
        **({"left_out": missing} if missing else {}),
    }
