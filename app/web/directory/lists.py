"""Where are subscription lists made, filled and ended?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fastapi import APIRouter, Request, Response

from app.directory.pasted_schools import PastedSchools, read_pasted
from app.directory.standing import standing
from app.directory.subscription_lists import (
    ListLine,
    change_list,
    end_list,
    make_list,
    subscription_lists,
)
from app.domain.caller import Caller
from app.domain.errors import UpkeepError
from app.domain.for_whom import ForWhom
from app.domain.school import Phase, School
from app.domain.subscription import ListEntry, SubscriptionList
from app.web.directory.rooms import HERE, PHASES, directory_page
from app.web.forms import Form, Posted
from app.web.pages import go_to
from app.web.people import Editor
from app.web.staff.rooms import named, status_of
from app.web.state import Site, WebState
from app.web.there import there

router = APIRouter(include_in_schema=False)
PAGE = f"{HERE}/lists"
_TEXTS = ("name", "ends", "why", "pasted", "phase", "type", "cluster", "trust", "why_add", "why_remove")
_NO_TEXTS = dict.fromkeys(_TEXTS, "")
_FIELDS_OF_WHY = {"add": "why_add", "filter": "why_add", "remove": "why_remove"}


@dataclass(slots=True)
class _Given:
    """What somebody wrote into the forms, and what was understood of it."""

    texts: dict[str, str]
    wrong: dict[str, str] = field(default_factory=dict)
    pasted: PastedSchools | None = None


@router.get("/desk/directory/lists")
def lists(request: Request, site: Site, _person: Editor) -> Response:
    """All of them, those in force first."""
    opened = {one.school.urn for one in site.directory.book.held()}
    lines = [
        (line, len(line.subscription.schools & opened)) for line in subscription_lists(site.directory.lists)
    ]
    return directory_page(request, "lists.html", lines=lines)


@router.get("/desk/directory/lists/new")
def new(request: Request, site: Site, _person: Editor) -> Response:
    """The form for a new list."""
    return _shown(request, site, _Given(dict(_NO_TEXTS)))


@router.post("/desk/directory/lists/new")
def make(request: Request, site: Site, person: Editor, form: Form) -> Response:
    """Begin a list, with the schools that were pasted."""
    given = _given(form)
    try:
        ends, urns = _day(given), _understood(site, form, given)
        if given.wrong or urns is None:
            return _shown(request, site, given)
        subscription = SubscriptionList(given.texts["name"], urns, ends)
        entry = make_list(site.directory.lists, subscription, named(person), given.texts["why"])
    except UpkeepError as error:
        given.wrong[error.field or "name"] = str(error)
        return _shown(request, site, given)
    return go_to(f"{PAGE}/{entry.key}?done=made")


@router.get("/desk/directory/lists/{key}")
def one(request: Request, site: Site, _person: Editor, key: str, done: str = "", count: int = 0) -> Response:
    """One list, its schools and its history."""
    line = _line(site, key)
    return _shown(request, site, _as_given(line), line, done=done, count=count)


@router.post("/desk/directory/lists/{key}")
def act(request: Request, site: Site, person: Editor, key: str, form: Form) -> Response:
    """Rename it, add schools or take some off, or end it."""
    line = _line(site, key)
    given = _Given(_as_given(line).texts | {name: form.text(name) for name in _TEXTS if form.has(name)})
    given.texts["pasted"] = form.whole("pasted")
    doing = next((name for name in ("add", "filter", "remove", "end") if form.has(name)), "change")
    try:
        count = _done(site, person, form, line, given, doing)
    except UpkeepError as error:
        name = _FIELDS_OF_WHY.get(doing, "why") if error.field == "why" else error.field
        given.wrong[name or _FIELDS_OF_WHY.get(doing, "name")] = str(error)
        count = None
    if count is None:
        return _shown(request, site, given, line)
    return go_to(f"{PAGE}/{key}?done={doing}&count={count}")


def _done(  # noqa: PLR0913, PLR0917 - what a form says, and to what
    site: WebState, person: Caller, form: Posted, line: ListLine, given: _Given, doing: str
) -> int | None:
    """Do what the form asks for; how many schools came or went, None when something has to be put right."""
    desk, by, texts = site.directory.lists, named(person), given.texts
    follows = _followed(line, form.text("follows"))
    before = follows.subscription
    if doing == "end":
        end_list(desk, follows, by, texts["why"])
        return 0
    if doing == "change":
        ends = _day(given)
        if given.wrong:
            return None
        change_list(desk, follows, replace(before, name=texts["name"], ends=ends), by, texts["why"])
        return 0
    urns = _chosen(site, form, given, doing)
    if urns is None:
        return None
    schools = before.schools - urns if doing == "remove" else before.schools | urns
    if schools == before.schools:
        at = {"add": "pasted", "filter": "phase"}.get(doing, "why_remove")
        raise UpkeepError("Nothing would change.", at)
    why = texts[_FIELDS_OF_WHY[doing]]
    change_list(desk, follows, replace(before, schools=schools), by, why)
    return len(schools ^ before.schools)


def _chosen(site: WebState, form: Posted, given: _Given, doing: str) -> frozenset[str] | None:
    """The numbers of the schools that a form speaks of."""
    if doing == "remove":
        ticked = frozenset(form.every("urn"))
        if not ticked:
            raise UpkeepError("Tick the schools to take off.", "why_remove")
        return ticked
    if doing == "filter":
        return _filtered(given, _schools(site))
    if not form.whole("pasted").strip():
        raise UpkeepError("Write or paste at least one school.", "pasted")
    return _understood(site, form, given)


def _filtered(given: _Given, schools: Iterable[School]) -> frozenset[str]:
    kinds = {name: given.texts[name] for name in ("type", "cluster", "trust")}
    phase = given.texts["phase"]
    if phase not in {"", *Phase} or not (phase or any(kinds.values())):
        raise UpkeepError("Choose at least one kind of school.", "phase")
    wanted = ForWhom(
        phases=frozenset({Phase(phase)} if phase else ()),
        types=frozenset({kinds["type"]} - {""}),
        clusters=frozenset({kinds["cluster"]} - {""}),
        trusts=frozenset({kinds["trust"]} - {""}),
    )
    return frozenset(school.urn for school in schools if wanted.holds(school))


def _understood(site: WebState, form: Posted, given: _Given) -> frozenset[str] | None:
    """The pasted schools; None when some lines could not be told, unless they are to be left out."""
    pasted = read_pasted(form.whole("pasted"), _schools(site))
    if not pasted.is_whole and not form.has("leave_out"):
        given.pasted = pasted
        given.wrong["pasted"] = "Some lines could not be told. Look at them below."
        return None
    return frozenset(school.urn for school in pasted.found)


def _schools(site: WebState) -> list[School]:
    return [one.school for one in site.directory.book.held()]


def _line(site: WebState, key: str) -> ListLine:
    found = next((line for line in subscription_lists(site.directory.lists) if line.entry.key == key), None)
    return there(found, "There is no such subscription list.")


def _followed(line: ListLine, number: str) -> ListEntry:
    """The entry that the form was made from, so that no change of somebody else is lost unseen."""
    return next((entry for entry in line.history if str(entry.number) == number), line.history[0])


def _given(form: Posted) -> _Given:
    return _Given({name: form.text(name) for name in _TEXTS} | {"pasted": form.whole("pasted")})


def _as_given(line: ListLine) -> _Given:
    held = line.subscription
    ends = held.ends.isoformat() if held.ends else ""
    return _Given(_NO_TEXTS | {"name": held.name, "ends": ends})


def _day(given: _Given) -> date | None:
    if not given.texts["ends"]:
        return None
    try:
        return date.fromisoformat(given.texts["ends"])
    except ValueError:
        given.wrong["ends"] = "Give the last day with its year, or leave it empty."
        return None


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request,
    site: WebState,
    given: _Given,
    line: ListLine | None = None,
    *,
    done: str = "",
    count: int = 0,
) -> Response:
    every = site.directory.book.held()
    known, held = {one.school.urn: one.school for one in every}, standing(every)
    urns = line.subscription.schools if line else frozenset[str]()
    reached: Mapping[str, int] = {}
    if line and not line.has_ended:
        reached = site.directory.addresses.count(ForWhom(lists=frozenset({line.entry.key})))
    return directory_page(
        request,
        "list.html",
        status_of(given.wrong),
        line=line,
        given=given,
        wrong=given.wrong,
        done=done,
        count=count,
        known=known,
        on=sorted((known[urn] for urn in urns if urn in known), key=lambda s: s.name.casefold()),
        not_open=sorted(urn for urn in urns if urn not in known),
        reached=reached,
        kinds=[
            ("phase", "Phase", _choices(held.phases, PHASES)),
            ("type", "Type", _choices(held.types)),
            ("cluster", "Cluster", _choices(held.clusters)),
            ("trust", "Trust", _choices(held.trusts)),
        ],
    )


def _choices(known: Iterable[str], words: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    said = words or {}
    return [("", "Any"), *((name, said.get(name, name)) for name in sorted(known, key=str.casefold))]
