"""How does the policy owner change a rule, and take the change back?

Every change makes a new version of a pack, with who made it and why. What is saved has been read as a
pack first, so that a mistake is refused with its line and nothing breaks. Stepping back is a change like
any other: one action, for one rule or for all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.errors import PolicyChangeError
from app.domain.verdict import Mode
from app.policy.amend import FieldPath, amend
from app.policy.pack import Pack, parse_pack
from app.policy_owner.documents import Document
from app.ports import Clock, PackChange, PackStore, PackVersion

WHY_MAX = 500
_LOUDNESS = (Mode.TRIAL, Mode.WARN, Mode.ENFORCE)


@dataclass(frozen=True, slots=True)
class PolicyDesk:
    """Where packs are changed. `shipped` holds the YAML of each pack that applies, by its id.

    `documents` are kept, signed and undone like packs: the calendar and the lists.
    """

    shipped: Mapping[str, str]
    store: PackStore
    clock: Clock
    documents: Mapping[str, Document] = field(default_factory=dict)

    def text(self, pack: str) -> tuple[str, int]:
        """The text of a pack or document in force, and the number of its version; 0 as shipped.

        Raises:
            PolicyChangeError: no such pack applies.
        """
        if pack in self.documents:
            saved = self.store.newest().get(pack)
            return (saved.text, saved.number) if saved else (self.documents[pack].shipped, 0)
        if pack not in self.shipped:
            raise PolicyChangeError(f"No pack {pack} applies. Packs here: {', '.join(self.shipped)}.")
        return self.texts()[pack]

    def as_shipped(self, pack: str) -> str:
        """A pack or document before the organisation changed it."""
        return self.documents[pack].shipped if pack in self.documents else self.shipped[pack]

    def packs(self) -> Mapping[str, Pack]:
        """The packs in force, by their ids, as the store has them now."""
        return {pack: parse_pack(text, f"{pack}.yaml") for pack, (text, _) in self.texts().items()}

    def texts(self) -> Mapping[str, tuple[str, int]]:
        """The YAML of every pack in force, in order, and the number of its version; 0 as shipped."""
        saved = self.store.newest()
        return {
            pack: (saved[pack].text, saved[pack].number) if pack in saved else (text, 0)
            for pack, text in self.shipped.items()
        }


@dataclass(frozen=True, slots=True)
class Signed:
    """Who changes the policy, and why."""

    by: str
    why: str


def amended(desk: PolicyDesk, pack: str, changes: Mapping[FieldPath, Any]) -> PackChange:
    """A pack with single values changed, read as a pack, and not saved yet.

    Raises:
        PolicyChangeError: no such pack or field.
        PackError: the result is no pack; the message names line and field.
    """
    text, number = desk.text(pack)
    return _checked(desk, PackChange(pack, amend(text, changes), number))


def replaced(
    desk: PolicyDesk, text: str, follows: int | None = None, file: str = "the uploaded file"
) -> PackChange:
    """A whole new text of a pack, read as a pack, and not saved yet.

    `follows` is the version that the person had before them; without it, the one in force. `file` is what an
    error calls the text.

    Raises:
        PolicyChangeError: no such pack applies.
        PackError: it is no pack; the message names line and field.
    """
    pack = parse_pack(text, file)
    _, number = desk.text(pack.id)
    return PackChange(pack.id, text, number if follows is None else follows)


def rewritten(desk: PolicyDesk, document: str, text: str, follows: int) -> PackChange:
    """A whole new text of a document, read first, and not saved yet.

    Raises:
        PackError: it cannot be read; names line and field.
    """
    return _checked(desk, PackChange(document, text, follows))


def save(desk: PolicyDesk, changes: Sequence[PackChange], signed: Signed) -> Sequence[PackVersion]:
    """Put changes in force, all of them or none.

    Raises:
        PolicyChangeError: no reason was given, nothing would change, or somebody changed a pack meanwhile.
    """
    by, why = reason_given(signed)
    changes = [change for change in changes if desk.text(change.pack)[0] != change.text]
    if not changes:
        raise PolicyChangeError("Nothing would change.")
    return desk.store.save(changes, desk.clock.now(), by, why)


def reason_given(signed: Signed) -> tuple[str, str]:
    """Who and why, as they are kept.

    Raises:
        PolicyChangeError: no reason was given, or a very long one.
    """
    by, why = (" ".join(words.replace("\0", "").split()) for words in (signed.by, signed.why))
    if not why or len(why) > WHY_MAX:
        raise PolicyChangeError(f"Say why, in {WHY_MAX} characters or fewer. It is shown beside the change.")
    return by, why


def step_back(desk: PolicyDesk, rule: str, mode: Mode, signed: Signed) -> Sequence[PackVersion]:
    """Make one rule quieter (or louder again). Raises as `save`, and when no pack has the rule."""
    holding = [pack.id for pack in desk.packs().values() if any(r.id == rule for r in pack.rules)]
    if not holding:
        raise PolicyChangeError(f"There is no rule {rule}. `sendwell policy show` lists them.")
    return save(desk, [amended(desk, holding[0], {("rules", rule, "mode"): mode.value})], signed)


def step_all_back(desk: PolicyDesk, mode: Mode, signed: Signed) -> Sequence[PackVersion]:
    """Make every rule at most as loud as `mode`, in one action. Raises as `save`."""
    changes = []
    for pack in desk.packs().values():
        louder = [rule.id for rule in pack.rules if _LOUDNESS.index(rule.mode) > _LOUDNESS.index(mode)]
        if louder:
            changes.append(amended(desk, pack.id, {("rules", rule, "mode"): mode.value for rule in louder}))
    return save(desk, changes, signed)


def undo(desk: PolicyDesk, number: int, signed: Signed) -> Sequence[PackVersion]:
    """Put the text before a version in force again, as a new version. Raises as `save`.

    Only the newest version of a pack can be undone, so that no later change is lost unseen.
    """
    return undo_together(desk, [number], signed)


def undo_together(desk: PolicyDesk, numbers: Sequence[int], signed: Signed) -> Sequence[PackVersion]:
    """Take several changes back at once, as one step back made them. Raises as `undo`."""
    return save(desk, [_undone(desk, number) for number in numbers], signed)


def _undone(desk: PolicyDesk, number: int) -> PackChange:
    version = desk.store.version(number)
    if version is None:
        raise PolicyChangeError(f"There is no change {number}. The history tells which there are.")
    _, newest = desk.text(version.pack)
    if newest != number:
        raise PolicyChangeError(f"{version.pack} was changed again by {newest}. Undo that one first.")
    before = desk.store.version(version.follows)
    text = before.text if before else desk.as_shipped(version.pack)
    return _checked(desk, PackChange(version.pack, text, number))


def _checked(desk: PolicyDesk, change: PackChange) -> PackChange:
    if change.pack in desk.documents:
        desk.documents[change.pack].read(change.text, change.pack)
        return change
    found = parse_pack(change.text, f"{change.pack}.yaml")
    if found.id != change.pack:
        raise PolicyChangeError(f"The id of {change.pack} cannot be changed: records name it.")
    return change
