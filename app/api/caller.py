"""Who is calling?

Every route takes exactly one kind of caller, or is listed as public. Who that is, the service finds out by
the token or the session that the request brings.
"""

from typing import Annotated

from fastapi import Depends, Request

from app.api.state import State
from app.domain.caller import Caller


def _sender(request: Request, state: State) -> Caller:
    return state.caller(request)


Sender = Annotated[Caller, Depends(_sender)]
"""Anybody who may have mail checked."""
