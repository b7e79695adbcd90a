"""How does somebody sign the policy, and take back a signature that was a mistake?

The date is always now: nobody can sign for yesterday. Nobody has to sign before they may send.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.address import normal_address
from app.domain.errors import SignatureError
from app.domain.staff import Signature, Version
from app.ports import Clock
from app.register_ports import Signatures

WHY_MAX = 300
NAME_MAX = 200


@dataclass(frozen=True, slots=True)
class SigningDesk:
    """Where people sign. `version` gives the policy in force, `text` its cards."""

    signatures: Signatures
    clock: Clock
    version: Callable[[], Version]
    text: Callable[[], tuple[tuple[str, str], ...]]


def sign(desk: SigningDesk, address: str, name: str, read: str) -> Signature:
    """Keep that somebody read the version `read` (as a page carried it) and agrees to it.

    Raises:
        SignatureError: the policy changed while they read, there is nothing to sign, or no name was given.
    """
    version, text = desk.version(), desk.text()
    who, named = normal_address(address), " ".join(name.split())[:NAME_MAX]
    if not who or not named:
        raise SignatureError("A signature needs your name and your work address.")
    if not text:
        raise SignatureError("There is nothing to sign yet: the policy has no cards.")
    if read != str(version):
        raise SignatureError(
            "The policy changed while you were reading. Please read it once more, then sign."
        )
    now = desk.clock.now()
    desk.signatures.edition(version.cards, text, now)
    return desk.signatures.add(who, named, version, now)


def withdraw(desk: SigningDesk, number: int, by: str, why: str, *, of: str = "") -> Signature:
    """Mark a signature as given by mistake. It stays in the register. With `of`, only that person's own.

    Raises:
        SignatureError: there is no such signature, it was withdrawn before, or no reason was given.
    """
    reason = " ".join(why.replace("\0", "").split())
    if not reason or len(reason) > WHY_MAX:
        raise SignatureError(f"Say why, in {WHY_MAX} characters or fewer. It is kept beside the signature.")
    owned = {s.number for s in desk.signatures.of(normal_address(of))} if of else {number}
    found = desk.signatures.withdraw(number, desk.clock.now(), by, reason) if number in owned else None
    if found is None:
        raise SignatureError("There is no signature of that number that still stands.")
    return found
