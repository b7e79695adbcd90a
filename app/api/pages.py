"""Where are the add-in's own pages?

The built pane under ``/addin/``, the page for text messages and posts at ``/paste``, and, when the sample
authority is served, the compose window at ``/`` with the people it can write to.
"""

from collections.abc import Mapping

from fastapi import APIRouter, FastAPI, HTTPException
from fastapi.responses import FileResponse, PlainTextResponse, Response

from app.api import manifest
from app.api.addin_files import AddinFiles, Icons
from app.api.caller import Sender
from app.api.state import ServiceState, State

router = APIRouter(include_in_schema=False)


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
    """The sample authority's addresses; a real directory is never listed."""
    if not state.people:
        raise HTTPException(404)
    return {"people": state.people}


def add_pages(app: FastAPI, state: ServiceState) -> None:
    """Serve the built pages."""
    app.include_router(router)
    app.include_router(manifest.router)
    app.mount("/addin/icons", Icons(directory=state.icons_folder), name="icons")
    if state.ui_folder.is_dir():
        app.mount("/addin", AddinFiles(state.ui_folder, state.earlier_builds), name="addin")
