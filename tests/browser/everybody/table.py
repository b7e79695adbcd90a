"""Which pages and states has Sendwell? This is the one table of them: all that is asked of a page is asked of every row."""

from tests.browser.everybody import rows_desk, rows_pane, rows_people, rows_public

ROOMS = (*rows_pane.ROOMS, *rows_desk.ROOMS, *rows_people.ROOMS, *rows_public.ROOMS)
