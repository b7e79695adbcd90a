"""Is "less than one week away" counted in London's days, at midnight and when the clocks change?

Moments are written in UTC, as a server has them; each deadline is a Sunday, and the issue of the Friday
before it goes out in time, so only the count of days decides.
"""

import pytest

from app.checks import look
from app.domain.verdict import Channel
from tests.road import check_example, pack

BULLETIN, TEAM = Channel.BULLETIN, Channel.COMMUNICATIONS_TEAM
MOMENTS = [
    # the clocks go back at 01:00 on 31 October: a day of 25 hours
    ("2027-10-30T22:59+00:00", "7 November", BULLETIN, 8),
    ("2027-10-30T23:00+00:00", "7 November", BULLETIN, 7),
    ("2027-10-31T00:30+00:00", "7 November", BULLETIN, 7),
    ("2027-10-31T01:30+00:00", "7 November", BULLETIN, 7),
    ("2027-10-31T23:59+00:00", "7 November", BULLETIN, 7),
    ("2027-11-01T00:00+00:00", "7 November", TEAM, 6),
    # the clocks go forward at 01:00 on 26 March: a day of 23 hours
    ("2028-03-25T23:59+00:00", "2 April", BULLETIN, 8),
    ("2028-03-26T00:00+00:00", "2 April", BULLETIN, 7),
    ("2028-03-26T01:00+00:00", "2 April", BULLETIN, 7),
    ("2028-03-26T22:59+00:00", "2 April", BULLETIN, 7),
    ("2028-03-26T23:00+00:00", "2 April", TEAM, 6),
    # a summer's night, an hour before UTC's own midnight
    ("2027-06-13T22:59+00:00", "20 June", BULLETIN, 7),
    ("2027-06-13T23:00+00:00", "20 June", TEAM, 6),
]


@pytest.mark.parametrize(("at", "deadline", "channel", "days"), MOMENTS, ids=[at for at, *_ in MOMENTS])
def test_a_week_is_seven_days_of_london(at: str, deadline: str, channel: Channel, days: int) -> None:
    mail = {
        "at": at,
        "subject": "SFVS",
        "body": f"Please return your SFVS by {deadline}.",
        "to": ["9 schools"],
    }

    checked = check_example(mail, (pack("kent-schools"),))

    route, found = checked.verdict.route, look(checked.reading)[0]
    assert [f.facts["days"] for f in found if f.kind == "statutory-deadline"] == [days]
    assert route is not None
    assert route.channel is channel
