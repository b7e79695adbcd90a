"""Where are the manifests, and the file by which classic Outlook on Windows knows which script may call us?

All three are public: they tell addresses and a name, and Outlook signs nobody in to read them.
"""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.api.state import ServiceState, State
from app.manifest.made import ALLOWED, Made

router = APIRouter(include_in_schema=False)


@router.get("/manifest.xml")
def outlook(request: Request, state: State) -> Response:
    """The add-in-only form, for every Outlook."""
    return _reply(_made(request, state).outlook, "application/xml")


@router.get("/manifest.json")
def unified(request: Request, state: State) -> Response:
    """The unified form."""
    return _reply(_made(request, state).unified, "application/json")


@router.get(ALLOWED)
def allowed(request: Request, state: State) -> Response:
    """Exactly this address, no redirect, and JSON: classic Outlook takes nothing else."""
    return _reply(_made(request, state).allowed, "application/json")


def _made(request: Request, state: ServiceState) -> Made:
    return state.manifest(f"{request.url.scheme}://{request.headers.get('host', '')}")


def _reply(words: str, media_type: str) -> Response:
    return Response(words, media_type=media_type, headers={"Cache-Control": "no-cache"})
