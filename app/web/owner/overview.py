"""Which policies apply, how far do they reach, and what is there to settle?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from app.domain.verdict import Mode
from app.policy.pack import Pack, Rule
from app.policy.remark import Remark
from app.web.owner import words
from app.web.owner.room import Held
from app.web.owner.rooms import policy_page
from app.web.people import Administrator
from app.web.state import Site

router = APIRouter(include_in_schema=False)
LAST_CHANGES = 5
WAIT_S = 45


@dataclass(frozen=True, slots=True)
class Row:
    """One policy in the table."""

    pack: Pack
    version: int
    standings: Mapping[str, int]


@router.get("/policy")
def overview(request: Request, site: Site, _person: Administrator) -> Response:
    """Everything at a glance."""
    room = site.policy
    held = room.held()
    found = room.lint.remarks(list(held.values()), site.clock.now().date())
    remarks = found.result() if found.done() and not found.exception() else None
    rows = [Row(one.pack, one.version, words.counted(room.covered(one))) for one in held.values()]
    return policy_page(
        request,
        "overview.html",
        rows=rows,
        totals={standing: sum(row.standings[standing] for row in rows) for standing in words.STANDINGS},
        groups=None if remarks is None else words.by_weight(remarks),
        on_trial=[(one.pack, rule) for one in held.values() for rule in _on_trial(one)],
        stepped_down=room.policy(held).stepped_down,
        missing=[(one.pack, _missing(one.pack)) for one in held.values() if _missing(one.pack)],
        changes=room.desk.store.history(LAST_CHANGES),
        titles=room.titles(),
        rules={rule.id: rule for one in held.values() for rule in one.pack.rules},
        number=len(remarks or ()),
    )


@router.get("/policy/remarks")
def remarks(request: Request, site: Site, _person: Administrator) -> Response:
    """What somebody should put right or settle in the documents and the rules."""
    held = site.policy.held()
    found = site.policy.lint.remarks(list(held.values()), site.clock.now().date())
    try:
        groups = words.by_weight([_with_titles(r, held) for r in found.result(timeout=WAIT_S)])
    except TimeoutError:
        groups = None
    return policy_page(request, "remarks.html", groups=groups, held=held)


@router.get("/policy/rules")
def rules(
    request: Request, site: Site, _person: Administrator, find: str = "", mode: str = "", pack: str = ""
) -> Response:
    """Every rule, or those that somebody looks for."""
    held = site.policy.held()
    asked = find.casefold().split()
    found = [
        (one, rule)
        for one in held.values()
        for rule in one.pack.rules
        if pack in {"", one.pack.id} and mode in {"", rule.mode.value} and _mentions(rule, asked)
    ]
    return policy_page(
        request,
        "rules.html",
        found=found,
        find=find[:100],
        mode=mode if mode in words.MODES else "",
        pack=pack if pack in held else "",
        held=held,
        stepped_down=site.policy.policy(held).stepped_down,
    )


def _with_titles(remark: Remark, held: Mapping[str, Held]) -> Remark:
    """The remark with the names of the policies in place of those of their files."""
    message = remark.message
    for one in held.values():
        message = message.replace(one.pack.document, one.pack.title)
    return replace(remark, message=message)


def _missing(pack: Pack) -> list[str]:
    """What somebody should fill in before people rely on a policy."""
    asked = {
        "who looks after it": pack.owner,
        "when it is reviewed again": pack.review_by,
        "a contact": pack.contacts,
    }
    return [words for words, given in asked.items() if not given]


def _on_trial(one: Held) -> list[Rule]:
    return [rule for rule in one.pack.rules if rule.mode is Mode.TRIAL]


def _mentions(rule: Rule, asked: list[str]) -> bool:
    said = " ".join((rule.id, rule.title, rule.message, rule.clause.quote, *rule.listens)).casefold()
    return all(word in said for word in asked)
