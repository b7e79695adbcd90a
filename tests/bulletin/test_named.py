"""Is the name beside a number the right one, and nobody's beside another's?"""

import pytest

from app.bulletin.from_draft.named import first_name_in, in_full_by, labelled_in, name_beside, post_in
from app.bulletin.from_draft.ways import telephones
from app.domain.draft import Mailbox
from tests.bulletin.test_suggest import draft, of


def contact(body: str, name: str = "Sports Hub", address: str = "sports.hub@council.example") -> str:
    return of(draft("Returns", f"The form is new.\n\n{body}", sender=Mailbox(address, name))).text.contact


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ring Doreen on the desk 01632 960831 before four", "Doreen"),
        ("Call Rab 07700 900560.", "Rab"),
        ("Loan stock: Perran, 01632 960227.", "Perran"),
        ("Ring first, 01632 960821, and ask for Ishbel or Dov.", "Ishbel"),
        ("School enquiries: 01632 960281 (Tolu).", "Tolu"),
        ("Marlon (cards) 01632 960612", "Marlon"),
        ("I'm on 01632 960310.", ""),
        ("We're on 01632 960310.", ""),
        ("Office: Tel 01632 960310.", ""),
        ("Ring on Monday 01632 960310.", ""),
        ("Bookings 01632 960310.", ""),
    ],
)
def test_a_first_name_beside_the_number(words: str, name: str) -> None:
    assert first_name_in(words)[0] == name


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Questions to Averil Stott, Education Adviser, 01632 960343.", "Averil Stott, 01632 960343"),
        ("My PA, Yvette Marsh, keeps the list (01632 960003).", "Yvette Marsh, 01632 960003"),
        ("Forms to us.\n\nClerk: Linus Dray, clerk@council.example", "Linus Dray, clerk@council.example"),
        ("Come and see: Jubilee Cole, 07700 900736.", "Jubilee Cole, 07700 900736"),
        ("Ring 01632 960444.\n\nCllr Ptolemy Grubb (ptolemy.grubb@council.example) likes it.", "Sports Hub, 01632 960444, sports.hub@council.example"),
        ("Primary - Beth - 01632 960292\nSecondary - Tariq - 01632 960291", "Sports Hub"),
        ("Dear Headteacher", "Sports Hub"),
        ("Keegan Osei, 07700 900127\n\nMerecombe Sports Hub", "Keegan Osei, 07700 900127"),
        ("My own number is 07700 900127.", "Sports Hub, sports.hub@council.example"),
    ],
)  # fmt: skip
def test_who_is_to_be_asked(body: str, expected: str) -> None:
    assert contact(body).startswith(expected)


def test_a_post_stands_for_whoever_holds_it() -> None:
    assert post_in("Duty adviser 01632 960470, 10 to 4") == "Duty adviser"
    assert post_in("The adviser wrote. Ring 01632 960470") == ""


@pytest.mark.parametrize(
    ("address", "given", "expected"),
    [
        ("hallam.stroud@c.example", "Hallam", "Hallam Stroud"),
        ("hallam.stroud@c.example", "Jan", "Jan"),
        ("office@c.example", "Hallam", "Hallam"),
    ],
)
def test_a_first_name_is_made_full_only_by_its_own_address(address: str, given: str, expected: str) -> None:
    assert in_full_by(address, given, "A note of Hallam Stroud is below.") == expected


def test_a_label_that_says_not_to_ask_names_nobody() -> None:
    assert labelled_in(["Any query: Age Immunisation, 01632 960266"])[0] == "Age Immunisation"
    assert labelled_in(["Lead: Ivo Malpas, 01632 960266 (not for enquiries)"]) == ("", "")


def test_a_name_of_another_number_in_the_line_is_not_taken() -> None:
    lines = ["Exhibitors 01632 960282. Schools: 01632 960281 (Tolu)"]
    assert (name_beside(lines, "01632 960281"), name_beside(lines, "01632 960282")) == ("Tolu", "")


def test_a_number_with_its_code_in_brackets_is_one() -> None:
    assert telephones("Payroll (01632) 960743, (12) 34") == ["(01632) 960743"]
