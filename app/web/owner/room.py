"""What is in the policy owner's room?

The packs as they are saved now, their source documents, and everything to try a change with. What takes long
to work out is kept until a word of it changes.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from http import HTTPStatus
from threading import Lock, Thread

from fastapi import HTTPException

from app.compose.read_draft import Surroundings
from app.domain.errors import PackError
from app.policy.coverage import CoveredClause, coverage
from app.policy.pack import Pack, Rule, parse_pack
from app.policy.policy import Policy
from app.policy.remark import Remark
from app.policy_owner.change_policy import PolicyDesk, Signed
from app.ports import CheckRecords


@dataclass(frozen=True, slots=True)
class Held:
    """One pack in force: its text and the number of its version."""

    pack: Pack
    text: str
    version: int


Lint = Callable[[Sequence[Pack], date], tuple[Remark, ...]]
_Key = tuple[tuple[str, ...], str, date]
_REMEMBERED = 4
_DIGITS = 12


class LintDesk:
    """Lints the packs in force once for every change, beside the work of answering."""

    def __init__(self, lint: Lint, laws: Callable[[], str] = str) -> None:
        """Nothing is looked at yet. `laws` gives the text of the law list, which the lint reads too."""
        self._lint, self._laws, self._lock = lint, laws, Lock()
        self._found: dict[_Key, Future[tuple[Remark, ...]]] = {}

    def remarks(self, held: Sequence[Held], today: date) -> "Future[tuple[Remark, ...]]":
        """What there is to say about the packs, now or in a moment."""
        key = (tuple(one.text for one in held), self._laws(), today)
        with self._lock:
            if key not in self._found:
                while len(self._found) >= _REMEMBERED:
                    del self._found[next(iter(self._found))]
                found = self._found[key] = Future()
                packs = [one.pack for one in held]
                Thread(target=self._look, args=(found, packs, today), daemon=True).start()
            return self._found[key]

    def _look(self, found: "Future[tuple[Remark, ...]]", packs: Sequence[Pack], today: date) -> None:
        try:
            found.set_result(self._lint(packs, today))
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            found.set_exception(error)


@dataclass(frozen=True, slots=True)
class PolicyRoom:
    """Where the policy is read, tried and changed.

    `sources` are the source documents by file name, `clauses` the lists of their clauses by pack id, `around`
    what an example draft is read with. `let_be` makes a rule that stepped itself down loud again.
    """

    desk: PolicyDesk
    live: Callable[[], Policy]
    sources: Mapping[str, str]
    clauses: Mapping[str, str]
    lint: LintDesk
    around: Surroundings = field(repr=False)
    records: CheckRecords
    let_be: Callable[[Policy, str, Signed], object]

    def held(self) -> Mapping[str, Held]:
        """The packs in force, as the store has them at this moment, in order."""
        return {
            pack: Held(parsed(text, pack), text, number) for pack, (text, number) in self.desk.texts().items()
        }

    def titles(self) -> Mapping[str, str]:
        """What each policy and each list is called, by the id under which its changes are kept."""
        packs = {pack.id: pack.title for pack in self.live().packs}
        return packs | {name: document.title for name, document in self.desk.documents.items()}

    def policy(self, held: Mapping[str, Held]) -> Policy:
        """The packs of this moment, with what is known of how often their rules are right."""
        return self.live().with_changed([one.pack for one in held.values()])

    def as_followed(self, pack: str, follows: str) -> Pack | None:
        """The pack as it was when somebody opened a form; None when that cannot be read any more.

        Raises:
            HTTPException: 400, the form names a version of another pack.
        """
        is_number = follows.isascii() and follows.isdecimal() and len(follows) <= _DIGITS
        number = int(follows) if is_number else 0
        version = self.desk.store.version(number) if number else None
        if version is not None and version.pack != pack:
            raise HTTPException(HTTPStatus.BAD_REQUEST, "The form is about another policy. Open it again.")
        try:
            return parsed(version.text if version else self.desk.shipped[pack], pack)
        except PackError:
            return None

    def covered(self, held: Held) -> tuple[CoveredClause, ...]:
        """The clauses of a pack's source; none when nobody listed them, or the list does not fit any more."""
        listed = self.clauses.get(held.pack.id, "")
        try:
            return _covered(listed, held.text, held.pack.id) if listed else ()
        except PackError:
            return ()


def pack_named(held: Mapping[str, Held], pack: str) -> Held:
    """One pack. Raises HTTPException: 404."""
    if pack not in held:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no policy {pack} here.")
    return held[pack]


def rule_named(held: Mapping[str, Held], rule: str) -> tuple[Held, Rule]:
    """One rule and its pack. Raises HTTPException: 404."""
    for one in held.values():
        for found in one.pack.rules:
            if found.id == rule:
                return one, found
    raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no rule {rule} here. It may have been taken out.")


@lru_cache(maxsize=64)
def parsed(text: str, pack: str) -> Pack:
    """A pack's text, read once. Raises PackError."""
    return parse_pack(text, f"{pack}.yaml")


@lru_cache(maxsize=64)
def _covered(listed: str, text: str, pack: str) -> tuple[CoveredClause, ...]:
    return coverage(listed, f"clauses/{pack}.yaml", parsed(text, pack))
