"""Is the service alive, is it ready, and what has it counted?"""

from http import HTTPStatus

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from app.api.state import State

router = APIRouter(tags=["health"])


@router.get("/healthz", response_class=PlainTextResponse)
async def healthz() -> str:
    """Alive: the process answers."""
    return "ok"


@router.get("/readyz", responses={HTTPStatus.SERVICE_UNAVAILABLE.value: {"description": "Not ready"}})
def readyz(state: State) -> JSONResponse:
    """Ready: database, models, packs and journal are there. Each part is named with ok or what is wrong."""
    parts: dict[str, str] = {}
    for name, is_there in state.readiness.items():
        try:
            is_there()
            parts[name] = "ok"
        except Exception as error:  # noqa: BLE001 - any failure means not ready
            parts[name] = str(error) or type(error).__name__
    ready = all(said == "ok" for said in parts.values())
    status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse({"ready": ready, "parts": parts}, status.value)


@router.get("/metrics", response_class=Response)
def metrics(state: State) -> Response:
    """Prometheus."""
    return Response(state.metrics.page(), media_type=CONTENT_TYPE_LATEST)
