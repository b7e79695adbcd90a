"""Check digits and structure, against published numbers and each other."""

import random
from collections.abc import Callable

import pytest

from app.checks.identity import validators


@pytest.mark.parametrize(
    "number", ["P207000016049", "H801200001001", "B801200005001", "G886526018159", "W88620011200A"]
)
def test_a_upn_with_its_letter_right(number: str) -> None:
    assert validators.is_upn(number)


@pytest.mark.parametrize("number", ["A801200005001", "Q207000016049", "P20700001604", "P2070000160490"])
def test_a_upn_with_its_letter_or_length_wrong(number: str) -> None:
    assert not validators.is_upn(number)


@pytest.mark.parametrize("authority", [1, 201, 660, 838, 839, 886, 940, 943])
def test_authorities_of_a_upn_include_wales_and_the_new_ones(authority: int) -> None:
    assert authority in validators.UPN_AUTHORITIES


@pytest.mark.parametrize("authority", [0, 6, 100, 555, 944, 999])
def test_authorities_that_never_were(authority: int) -> None:
    assert authority not in validators.UPN_AUTHORITIES


def test_nhs_numbers() -> None:
    assert validators.is_nhs_number("9434765870")
    assert not validators.is_nhs_number("9434765871")
    assert not validators.is_nhs_number("0000000000")
    assert validators.is_nhs_test_number("9990000018")


def test_no_number_is_both_an_nhs_number_and_a_uln() -> None:
    draw = random.Random(1)  # noqa: S311 - a test needs a seed, not secrecy
    numbers = [f"{draw.randrange(10**9, 10**10)}" for _ in range(5_000)]

    assert not [n for n in numbers if validators.is_nhs_number(n) and validators.is_uln(n)]


@pytest.mark.parametrize(
    ("is_right", "number"),
    [(validators.is_uln, "9276308686"), (validators.is_utr, "1955839661")],
)
def test_published_numbers_of_ten_digits(is_right: Callable[[str], bool], number: str) -> None:
    assert is_right(number)
    assert not is_right(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("number", ["JG121316A", "AB123456C", "JG121316"])
def test_national_insurance_numbers(number: str) -> None:
    assert validators.is_nino(number)


@pytest.mark.parametrize(
    "number", ["QQ123456C", "BG123456A", "GB123456A", "AO123456A", "DA123456A", "JG121316E", "JG12131A"]
)
def test_national_insurance_prefixes_that_are_never_used(number: str) -> None:
    assert not validators.is_nino(number)


def test_there_are_373_national_insurance_prefixes() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    assert sum(validators.is_nino(f"{a}{b}121316A") for a in letters for b in letters) == 373


def test_an_iban_is_found_at_the_start_of_longer_letters() -> None:
    assert validators.find_iban("GB29NWBK60161331926819PLEASE") == 22
    assert validators.find_iban("GB29NWBK60161331926818") == 0


@pytest.mark.parametrize(
    "number", ["4929123456789015", "5405123456789015", "374512345678900", "2221012345678902"]
)
def test_cards(number: str) -> None:
    assert validators.is_card(number)


@pytest.mark.parametrize(
    "number", ["4929123456789012", "9929123456789015", "0000000000000000", "1234567890123452"]
)
def test_numbers_that_are_no_cards(number: str) -> None:
    assert not validators.is_card(number)


def test_published_test_cards_are_known() -> None:
    assert validators.is_card("4111111111111111")
    assert validators.is_test_card("4111111111111111")


@pytest.mark.parametrize("number", ["MORGA657054SM9IJ", "MORGA657054SM9IJ35", "KHAN9805129A99AB"])
def test_driving_licences(number: str) -> None:
    assert validators.is_driving_licence(number)


@pytest.mark.parametrize(
    "number", ["MORGA657354SM9IJ", "MO9GA657054SM9IJ", "MORGA657054SM9I", "MORGA613054SM9IJ"]
)
def test_driving_licences_that_cannot_be(number: str) -> None:
    assert not validators.is_driving_licence(number)


def test_the_machine_readable_line_of_a_passport() -> None:
    assert validators.mrz_digit("925665416") == "6"
    assert validators.mrz_digit("L898902C3") == "6"
    assert validators.is_passport_line("9256654166GBR1205031F3001019<<<<<<<<<<<<<<08")
    assert not validators.is_passport_line("9256654166GBR1205031F3001019<<<<<<<<<<<<<<07")


@pytest.mark.parametrize(
    ("mark", "is_right"), [("AB51ABC", True), ("KP19XYZ", True), ("AB01ABC", False), ("IB51ABC", False)]
)
def test_current_number_plates(mark: str, is_right: bool) -> None:
    assert validators.is_plate(mark) is is_right


@pytest.mark.parametrize(
    ("mark", "is_right"), [("A123BCD", True), ("ABC123D", True), ("A123", False), ("I123BCD", False)]
)
def test_older_number_plates(mark: str, is_right: bool) -> None:
    assert validators.is_old_plate(mark) is is_right
