"""How is everything made quieter at once, and let up again?"""

from fastapi import APIRouter, Request, Response

from app.domain.errors import PolicyChangeError
from app.domain.verdict import Mode
from app.policy_owner.change_policy import step_all_back
from app.web.forms import Form
from app.web.owner.rooms import policy_page, signed_by, status_of
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)


@router.get("/policy/step-back")
def ask(request: Request, site: Site, _person: Administrator) -> Response:
    """How quiet, and why?"""
    return _asked(request, site, Mode.WARN.value, "", {})


@router.post("/policy/step-back")
def do(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Every rule at most as loud as chosen."""
    mode, why = form.text("mode"), form.text("why")
    if mode not in {Mode.TRIAL.value, Mode.WARN.value}:
        return _asked(request, site, Mode.WARN.value, why, {"mode": "Choose how quiet."})
    try:
        saved = step_all_back(site.policy.desk, Mode(mode), signed_by(person, why))
    except PolicyChangeError as error:
        return _asked(request, site, mode, why, {"why": str(error)})
    return go_to(f"/policy/history/{saved[-1].number}?done=yes")


def _asked(request: Request, site: WebState, mode: str, why: str, wrong: dict[str, str]) -> Response:
    rules = [rule for one in site.policy.held().values() for rule in one.pack.rules]
    counts = {mode.value: sum(rule.mode is mode for rule in rules) for mode in Mode}
    return policy_page(
        request, "step_back.html", status_of(wrong), mode=mode, why=why, wrong=wrong, counts=counts
    )
