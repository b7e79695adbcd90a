"""Is nothing kept longer than was said, and what was deleted?"""

from fastapi import APIRouter, Request, Response

from app.retention.tell_kept import LATELY, tell_kept
from app.staff.kept.kept import in_words
from app.web.people import Administrator
from app.web.staff.rooms import staff_page
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_LOOKS = 60


@router.get("/staff/deleted")
def deleted(request: Request, site: Site, _person: Administrator) -> Response:
    """Each kind with its period, and the latest looks."""
    told = tell_kept(site.staff.retention)
    lasts = {
        one.period.kind: in_words(
            one.period.setting, _in_units(one.period.setting, one.period.lasts.total_seconds())
        )
        for one in told.kinds
    }
    titles = {one.period.kind: one.period.title for one in told.kinds}
    return staff_page(
        request,
        "deleted.html",
        told=told,
        lasts=lasts,
        titles=titles,
        days=LATELY.days,
        looks=[look for look in told.looks if look.gone or look.failed][:_LOOKS],
    )


def _in_units(setting: str, seconds: float) -> int:
    per = {"hours": 3600, "minutes": 60}.get(setting.rpartition("_")[2], 86_400)
    return round(seconds / per)
