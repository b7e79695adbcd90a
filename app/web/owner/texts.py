"""How is a whole policy changed as text, and what is looked at before it is in force?

A file is uploaded, or the text is changed on the page. It is read, linted and tried on past drafts first;
what is wrong is shown with its line, and the text stays on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.draft import Moment
from app.domain.errors import PackError, PolicyChangeError
from app.policy.remark import Remark
from app.policy_owner.change_policy import replaced, save
from app.policy_owner.differences import differences
from app.policy_owner.try_change import try_change
from app.ports import PackChange
from app.web.forms import Form, Posted
from app.web.owner.numbers import by_name
from app.web.owner.room import Held, PolicyRoom, pack_named, parsed
from app.web.owner.rooms import policy_page, signed_by, status_of
from app.web.owner.rules import REPLAY_LATEST
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
LINT_WAIT_S = 60


@dataclass(slots=True)
class _Given:
    """A text that somebody wants to put in the place of a pack's."""

    one: Held
    text: str
    why: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    line: int = 0
    """Where it is wrong, counted from 1; 0 when nothing is, or no line is."""


@router.get("/policy/packs/{pack}/text")
def as_text(request: Request, site: Site, _person: Administrator, pack: str) -> Response:
    """The policy as text, to change here or to replace by a file."""
    one = pack_named(site.policy.held(), pack)
    return _shown(request, _Given(one, one.text))


@router.post("/policy/packs/{pack}/text")
def change_text(request: Request, site: Site, person: Administrator, pack: str, form: Form) -> Response:
    """Look at the new text, or save it."""
    room = site.policy
    held = room.held()
    one = pack_named(held, pack)
    given = _Given(one, form.whole("text"), form.text("why"))
    _take_file(given, form)
    change = None if given.wrong else _read(given, room)
    if change is None:
        return _shown(request, given)
    meanwhile = _meanwhile(room, one, form.text("follows"))
    if form.has("save") and not meanwhile:
        try:
            saved = save(room.desk, [change], signed_by(person, given.why))
            return go_to(f"/policy/history/{saved[0].number}?done=yes")
        except PolicyChangeError as error:
            given.wrong["why"] = str(error)
    return _shown(request, given, meanwhile=meanwhile, **_looked_at(site, held, given))


def _take_file(given: _Given, form: Posted) -> None:
    file = form.files.get("file")
    if file is None or not file.content:
        return
    try:
        given.text = file.content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        given.wrong["file"] = f"{file.name} is no text in UTF-8. Save it as UTF-8 and try again."


def _read(given: _Given, room: PolicyRoom) -> PackChange | None:
    """The change, if the text is a pack and the very same one."""
    pack = given.one.pack.id
    try:
        change = replaced(room.desk, given.text, given.one.version)
    except PackError as error:
        given.line = error.line
        given.wrong["text"] = f"Line {error.line}, {error.field}: {error.problem}."
        return None
    except PolicyChangeError as error:
        given.wrong["text"] = str(error)
        return None
    if change.pack != pack:
        given.wrong["text"] = f"This is the policy {change.pack}. Open that one to replace it."
        return None
    return change


def _meanwhile(room: PolicyRoom, one: Held, follows: str) -> Sequence[Any]:
    """What somebody else changed since the page was opened."""
    if follows == str(one.version):
        return ()
    then = room.as_followed(one.pack.id, follows)
    return by_name(differences(then, one.pack)) if then else ()


def _looked_at(site: WebState, held: dict[str, Held] | Any, given: _Given) -> dict[str, Any]:
    """What is different, what the lint has to say anew, and what it would have done to past drafts."""
    room, pack = site.policy, parsed(given.text, given.one.pack.id)
    changed = Held(pack, given.text, given.one.version)
    found = by_name(differences(given.one.pack, pack))
    if given.text == given.one.text:
        return {"found": found, "is_same": True}
    after = {**held, pack.id: changed}
    told = try_change(room.policy(held), [pack], room.records, Moment.SEND, REPLAY_LATEST)
    clauses_lost = bool(room.covered(given.one)) and not room.covered(changed)
    remarks = _new_remarks(site, list(held.values()), list(after.values()))
    return {
        "found": found,
        "replay": told,
        "remarks": remarks,
        "clauses_lost": clauses_lost,
        "is_same": False,
    }


def _new_remarks(site: WebState, now: Sequence[Held], after: Sequence[Held]) -> Sequence[Remark] | None:
    """What the lint says of the changed packs and not of the present ones; None while it is still looking."""
    today, lint = site.clock.now().date(), site.policy.lint
    pending = [lint.remarks(held, today) for held in (now, after)]
    try:
        old, new = (found.result(timeout=LINT_WAIT_S) for found in pending)
    except TimeoutError:
        return None
    known = {(r.kind, r.pack, r.rule, r.message) for r in old}
    return [r for r in new if (r.kind, r.pack, r.rule, r.message) not in known]


def _shown(request: Request, given: _Given, **more: Any) -> Response:
    values = {
        "found": None,
        "replay": None,
        "remarks": None,
        "clauses_lost": False,
        "is_same": False,
        "meanwhile": (),
    }
    lines = given.text.split("\n")
    return policy_page(
        request,
        "text.html",
        HTTPStatus.CONFLICT if more.get("meanwhile") else status_of(given.wrong),
        pack=given.one.pack,
        follows=given.one.version,
        text=given.text,
        why=given.why,
        wrong=given.wrong,
        nearby=[(n, lines[n - 1]) for n in range(given.line - 2, given.line + 3) if 0 < n <= len(lines)]
        if given.line
        else [],
        line=given.line,
        **(values | more),
    )
