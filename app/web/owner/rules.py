"""What is one rule, and how is it changed, tried and saved?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request, Response

from app.checks import CHECKS
from app.domain.draft import Moment
from app.domain.errors import PolicyChangeError
from app.policy.condition import DRAFT_FACTS
from app.policy.pack import Rule
from app.policy_owner.change_policy import save
from app.policy_owner.rule_form import apply, fields_of, merged, numbers_of, read_form, refusal, steps_of
from app.policy_owner.source_text import around, marked
from app.policy_owner.try_change import try_change
from app.ports import PackChange
from app.web.forms import Form, Posted
from app.web.owner.packs import numbers_used
from app.web.owner.room import Held, PolicyRoom, parsed, rule_named
from app.web.owner.rooms import policy_page, signed_by, status_of, wrong_with_reason
from app.web.owner.try_rule import hints, samples
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site

router = APIRouter(include_in_schema=False)
MEANINGS: Mapping[str, str] = {f"{c.id}/{kind}": said for c in CHECKS for kind, said in c.kinds.items()}
REPLAY_LATEST = 20_000


@dataclass(slots=True)
class _Desk:
    """One rule with a form about it: as it is now, and as somebody wants it."""

    room: PolicyRoom
    held: Mapping[str, Held]
    one: Held
    rule: Rule
    values: dict[str, str]
    wrong: dict[str, str] = field(default_factory=dict)
    meanwhile: list[tuple[str, str, str]] = field(default_factory=list)
    """Fields that somebody else changed since the form was opened: name, old and new."""
    text: str = ""


@router.get("/policy/rules/{rule}")
def one_rule(request: Request, site: Site, _person: Administrator, rule: str, saved: int = 0) -> Response:
    """The rule, its clause, its figures, its examples and the form."""
    desk = _opened(site.policy, rule)
    return _shown(request, desk, saved=saved)


@router.post("/policy/rules/{rule}")
def change_rule(request: Request, site: Site, person: Administrator, rule: str, form: Form) -> Response:
    """Preview, replay or save a changed rule."""
    desk = _opened(site.policy, rule)
    _fill(desk, form)
    why = form.text("why")
    if form.has("save"):
        desk.wrong |= wrong_with_reason(signed_by(person, why))
    if desk.wrong or (desk.meanwhile and form.has("save")):
        return _shown(request, desk, why=why)
    if form.has("save"):
        change = PackChange(desk.one.pack.id, desk.text, desk.one.version)
        try:
            saved = save(desk.room.desk, [change], signed_by(person, why))
        except PolicyChangeError as error:
            desk.wrong["why"] = str(error)
            return _shown(request, desk, why=why)
        return go_to(f"/policy/rules/{rule}?saved={saved[0].number}")
    tried = _replayed(desk, form) if form.has("replay") else _previewed(desk)
    return _shown(request, desk, why=why, **tried)


@router.post("/policy/rules/{rule}/let-be")
def let_be(request: Request, site: Site, person: Administrator, rule: str, form: Form) -> Response:
    """Let a rule that stepped itself down be as loud as it is written."""
    room, desk, why = site.policy, _opened(site.policy, rule), form.text("why-let-be")
    try:
        room.let_be(room.policy(desk.held), rule, signed_by(person, why))
    except PolicyChangeError as error:
        desk.wrong["why-let-be"] = str(error)
        return _shown(request, desk)
    return go_to(f"/policy/rules/{rule}")


def _opened(room: PolicyRoom, rule: str) -> _Desk:
    held = room.held()
    one, found = rule_named(held, rule)
    return _Desk(room, held, one, found, fields_of(found, one.pack))


def _fill(desk: _Desk, form: Posted) -> None:
    """Take in what somebody wrote; upon what another saved meanwhile, if anything."""
    given = {name: form.text(name) for name in desk.values if form.has(name)}
    follows = form.text("follows")
    if follows != str(desk.one.version):
        base = _base(desk, follows)
        desk.meanwhile = [(n, base[n], now) for n, now in desk.values.items() if n in base and base[n] != now]
        given = merged(base, desk.values, given)
    filled = read_form(desk.rule, desk.one.pack, given)
    desk.values |= given
    desk.wrong |= filled.wrong
    if not desk.wrong:
        desk.text = apply(desk.one.text, filled)
        desk.wrong |= refusal(desk.text, "title")


def _base(desk: _Desk, follows: str) -> Mapping[str, str]:
    """The fields of the rule in the version that somebody had before them."""
    then = desk.room.as_followed(desk.one.pack.id, follows)
    rule = next((r for r in then.rules if r.id == desk.rule.id), None) if then else None
    return fields_of(rule, then) if rule and then else desk.values


def _previewed(desk: _Desk) -> dict[str, Any]:
    pack = parsed(desk.text, desk.one.pack.id)
    now = desk.room.policy(desk.held)
    changed = next(r for r in pack.rules if r.id == desk.rule.id)
    told, remarks = hints(pack, changed)
    tried = samples(desk.room, changed, (now, now.with_changed([pack])))
    return {"tried": tried, "hints": told, "hint_remarks": remarks}


def _replayed(desk: _Desk, form: Posted) -> dict[str, Any]:
    moment = Moment.COMPOSE if form.text("replay-moment") == Moment.COMPOSE.value else Moment.SEND
    pack = parsed(desk.text, desk.one.pack.id)
    policy = desk.room.policy(desk.held)
    told = try_change(policy, [pack], desk.room.records, moment, REPLAY_LATEST)
    return {"replay": told, "replay_moment": moment.value}


def _shown(request: Request, desk: _Desk, **more: Any) -> Response:
    pack, rule = desk.one.pack, desk.rule
    paragraphs = marked(desk.room.sources.get(pack.document, ""), {rule.id: rule.clause.quote})
    is_late = bool(desk.meanwhile)
    values: dict[str, Any] = {
        "why": "",
        "saved": 0,
        "tried": None,
        "replay": None,
        "replay_moment": Moment.SEND.value,
    }
    return policy_page(
        request,
        "rule.html",
        HTTPStatus.CONFLICT if is_late and not desk.wrong else status_of(desk.wrong),
        pack=pack,
        follows=desk.one.version,
        rule=rule,
        context=around(paragraphs, rule.id),
        steps=steps_of(rule),
        numbers={name: numbers_used(pack)[name] for name in numbers_of(rule)},
        meanings={finding: _meaning(finding) for finding in rule.listens},
        facts=DRAFT_FACTS,
        accuracy=desk.room.policy(desk.held).accuracy(rule.id),
        values=desk.values,
        wrong=desk.wrong,
        meanwhile=desk.meanwhile,
        **(values | more),
    )


def _meaning(finding: str) -> str:
    check, _, kind = finding.partition("/")
    return f"Anything that the check {check} finds" if kind == "*" else MEANINGS.get(finding, "")
