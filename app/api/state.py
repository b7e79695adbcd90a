"""What does the running service hold for its routes?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, cast

from fastapi import Depends, Request

from app.api.metrics import Metrics
from app.compose.check_draft import Road
from app.ports import Choices, Clock


@dataclass(frozen=True, slots=True)
class ServiceState:
    """Built once by wiring. `readiness` maps what is needed to a call that raises when it is not there.

    `people` lists the sample authority's addresses for the compose window; empty when not serving it.
    """

    road: Road
    clock: Clock
    choices: Choices
    version: str
    readiness: Mapping[str, Callable[[], None]]
    ui_folder: Path
    people: tuple[Mapping[str, str], ...] = ()
    metrics: Metrics = field(default_factory=Metrics)


async def _state(request: Request) -> ServiceState:
    return cast("ServiceState", request.app.state.service)


State = Annotated[ServiceState, Depends(_state)]
