"""Who is calling?

Every route takes exactly one kind of caller, or is listed as public. Until sign-in arrives the
service listens on this machine only, and everyone there is the local sender.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who may use a route. `key` tells callers apart and names nobody."""

    key: str


async def _local_sender() -> Caller:
    return Caller("local")


Sender = Annotated[Caller, Depends(_local_sender)]
