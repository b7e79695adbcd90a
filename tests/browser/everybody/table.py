"""Which pages and states has Sendwell? This is the one table of them: all that is asked of a page is asked of every row.

A room is held to it in the tests once somebody has looked at its screens; ``make screens OF=all`` shows those that wait, too.
"""

from tests.browser.everybody import rows_desk, rows_pane, rows_people, rows_public

ROOMS = (*rows_pane.ROOMS, *rows_desk.ROOMS, *rows_people.ROOMS, *rows_public.ROOMS)
WAITING = frozenset(
    {
        "pane",
        "forms",
        "pane-troubles",
        "window",
        "paste",
        "desk",
        "nothing-yet",
        "mail",
        "requests",
        "figures",
        "directory",
    }
    | {"review", "policy", "staff", "website", "coming-in", "sign-in", "broken"}
)
"""Nobody has looked at these yet. The tests that were there before them go on holding their pages."""
HELD = tuple(room for room in ROOMS if room.name not in WAITING)
