"""Where are the add-in's own pages?

The built pane under ``/addin/`` with the one file of its events, the page for text messages and posts at
``/paste``, and, when the sample authority is served, the compose window at ``/`` with the people it can
write to.
"""

import re
from collections.abc import Mapping

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.responses import FileResponse, PlainTextResponse, Response

from app.api import manifest
from app.api.addin_files import MINUTES, AddinFiles, Icons
from app.api.caller import Sender
from app.api.state import ServiceState, State
from app.bulletin.samples.sample_week import sample_week

router = APIRouter(include_in_schema=False)

_ADDRESS_IN_LAUNCH = "__SENDWELL_ORIGIN__"
"""Stands in the built file for the address of the service (`addin-ui/src/launch/origin.ts`)."""
_PLAIN_ADDRESS = re.compile(r"https?://[\w.:/\[\]-]+", re.ASCII)


@router.get("/")
def compose_window(state: State) -> Response:
    """The compose window, for trying Sendwell without Outlook."""
    page = state.ui_folder / "index.html"
    if not state.people:
        return PlainTextResponse("Sendwell is running. Its add-in is at /addin/, its health at /readyz.")
    if not page.is_file():
        return PlainTextResponse(
            "The pages are not built yet: run make run, or npm run build in addin-ui.", 503
        )
    return FileResponse(page, headers={"Cache-Control": "no-cache"})


@router.get("/paste")
def paste_window(state: State, _sender: Sender) -> Response:
    """Where a text message or a post is pasted in to be checked."""
    page = state.ui_folder / "paste.html"
    if not page.is_file():
        return PlainTextResponse(
            "The pages are not built yet: run make run, or npm run build in addin-ui.", 503
        )
    return FileResponse(page, headers={"Cache-Control": "no-cache"})


@router.get("/try/people.json")
def people(state: State) -> Mapping[str, object]:
    """The sample authority's addresses, and the week of its samples; a real directory is never listed."""
    if not state.people:
        raise HTTPException(404)
    desk = state.bulletin.desk
    issue = desk.next_issue()
    week = sample_week(desk.calendar(), issue.goes_out if issue else None, desk.today)
    return {"people": state.people, "week": week.in_json()}


@router.get("/addin/launch.js")
def launch_file(request: Request, state: State) -> Response:
    """What Outlook runs at its events. Our address stands in it: classic Outlook has no page to ask."""
    file = state.ui_folder / "launch.js"
    if not file.is_file():
        raise HTTPException(404)
    script = file.read_text(encoding="utf-8").replace(_ADDRESS_IN_LAUNCH, _address(request, state))
    return Response(script, media_type="text/javascript", headers={"Cache-Control": MINUTES})


def _address(request: Request, state: ServiceState) -> str:
    """Where the manifests say that the add-in lives; empty where they cannot say, or in no plain words."""
    base = state.addin_address(f"{request.url.scheme}://{request.headers.get('host', '')}")
    return base if _PLAIN_ADDRESS.fullmatch(base) else ""


def add_pages(app: FastAPI, state: ServiceState) -> None:
    """Serve the built pages."""
    app.include_router(router)
    app.include_router(manifest.router)
    app.mount("/addin/icons", Icons(directory=state.icons_folder), name="icons")
    if state.ui_folder.is_dir():
        app.mount("/addin", AddinFiles(state.ui_folder, state.earlier_builds), name="addin")
