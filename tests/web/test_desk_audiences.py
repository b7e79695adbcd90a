"""Editors choose from what the directory holds, and it is not asked at every turn."""

from datetime import timedelta

from app.domain.school import School
from app.web.desk.audiences import HeldAudiences
from tests.fakes import FakeClock

SCHOOLS = [
    School("1", "Oak", cluster="dunwold", trust="Kestrel", type="Academies"),
    School("2", "Elm", cluster="Ashmere", type="Academies"),
]


def test_every_name_stands_once_in_order_and_is_asked_once_a_minute() -> None:
    clock, asked = FakeClock(), 0

    def schools() -> list[School]:
        nonlocal asked
        asked += 1
        return SCHOOLS[:asked]

    audiences = HeldAudiences(schools, lambda: {"l1": "Payroll"}, clock)
    assert audiences().clusters == audiences().clusters == ("dunwold",)
    assert audiences(anew=True).clusters == ("Ashmere", "dunwold")
    assert asked == 2
    clock.at += timedelta(minutes=2)
    assert audiences().clusters == ("Ashmere", "dunwold")
    assert (audiences().types, audiences().trusts) == (("Academies",), ("Kestrel",))
    assert audiences().lists["l1"] == "Payroll"
    clock.at -= timedelta(days=1)
    audiences()
    assert asked == 4
