"""Who is named, and whose people they are: rules beside the model."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compose.read_draft import read_draft
from app.domain.draft import Body, Draft, Field, Mailbox
from app.domain.people import Person, Who
from app.domain.reading import Name, NameKind, Reading
from app.reading.naming.faint import faint_names
from app.reading.naming.misread import misread_names
from tests.drafts import draft_from
from tests.fakes import LONDON, FakeReader
from tests.road import real_speller, surroundings
from tests.steps import check_in_proportion, rows_of

MARK = re.compile(r"\[([srt]) (.*?)\]", re.DOTALL)
WHO = {"s": Who.SENDER, "r": Who.RECIPIENT, "t": Who.THIRD_PARTY}
NOW = datetime(2026, 11, 16, 10, tzinfo=LONDON)


def _read(example: dict[str, Any], names: tuple[str, ...] = ()) -> Reading:
    return read_draft(draft_from(example), surroundings(FakeReader(names=names)))


def _said(reading: Reading, people: tuple[Person, ...]) -> list[tuple[str, Who]]:
    texts = {Field.BODY: reading.body.clean, Field.SUBJECT: reading.subject.clean}
    return [(texts[one.field][one.start : one.end], one.who) for one in people]


def _check(body: str, names: tuple[str, ...] = (), **more: object) -> None:
    """Whoever stands in brackets is found, and nobody else: s sender, r recipient, t third party."""
    expected = [(match[2], WHO[match[1]]) for match in MARK.finditer(body)]
    reading = _read({"body": MARK.sub(lambda m: m[2], body), "subject": "Autumn", **more}, names)

    assert _said(reading, reading.people) == expected


@pytest.mark.parametrize(
    "body",
    [
        "I spoke to [t Mrs Okafor] about it.",
        "[t Mr. J. Smith] and [t Cllr de Souza] were there; [t Dr van der Berg] was not.",
        "please ask [t mrs o'connor] for it",
        "[t Mr and Mrs Khan] came, as did [t Miss T].",
        "[t PC 4417 Lowther] took a note.",
        "[t Mr Haidari] of Holme Lane rang.",
        "[t Mrs Hall]'s class goes first.",
        "We miss the Year 6 trip, and MS Teams is down. Dr appointments are full.",
        "Turn left at Washington DC 20001.",
    ],
)
def test_a_title_tells_a_person(body: str) -> None:
    _check(body)


@pytest.mark.parametrize(
    "body",
    [
        "Dear [r Amara] and [r Will],\n\nThe hall is free.",
        "Hi [r Priya], [r Tom] & [r Jo] -\n\nThe hall is free.",
        "hi [r amara],\n\nthe hall is free",
        "Good morning [r Mrs Shah]\n\nThe hall is free.",
        "Hi [r Sarah], Thanks for the note.",
        "Hi all,\n\nThe hall is free.",
        "Dear CME leads,\n\nThe hall is free.",
        "Dear Headteacher,\n\nThe hall is free.",
        "Dear Parents and Carers,\n\nThe hall is free.",
        "hiya girls\n\nthe hall is free",
        "hi hope you are well",
        "[r Zosia],\n\nThe hall is free.",
        "Best,\n[s Ged]",
        "Hi [r Jo], Zosia and [t Xanthe] have fallen out.",
        "Hi, Zosia joins us.",
        "[r Bronwen], I'm late.",
    ],
)
def test_greetings(body: str) -> None:
    _check(body)


@pytest.mark.parametrize(
    "body",
    [
        "The hall is free.\n\nKind regards\n[s Folasade Ogun]\nAssistant Headteacher",
        "The hall is free.\n\nThanks, [s Wojtek]",
        "The hall is free.\n\n[s Ged], Waste Services",
        "The hall is free.\n\n[s Tash] x",
        "The hall is free.\n\n[s Hafsa], [s Jo] and [s Marie]\nOakapple Centre",
        "The hall is free.\n\nThanks\nSounds good.",
        "The hall is free.\n\nMany thanks",
        "The hall is free.\n\nWorkforce Development",
        "The hall is free.\n\nKind regards\nSchool Office",
        "The hall is free at 3. [s Xanthe]",
        "Can you tell them? [s Zosia] x",
        "I can pick him up on Friday.\n\nThank you\n[s Papa Yaw Nyarko]",
        "The hall is free. See [t Dr. Zosia]",
        "Who hit her? Zosia",
    ],
)
def test_sign_offs(body: str) -> None:
    _check(body)


@pytest.mark.parametrize(
    "body",
    [
        "Surname\tForename\tForm\n[t Okafor]\t[t Amara]\t4B\n[t Young]\t[t Will]\t4B\n",
        "Pupil | Notes\n[t Amara Okafor] | reader\n[t page, daisy] | scribe\n",
        "School | Key holder\nHolme Lane | [t B. Savage]\n",
        "[t Okafor, Amara] | 25% extra time\n[t van der Berg, Ann-Marie] | scribe\n",
        "On Monday:\n[t Okafor, Amara]\n[t Smith, John] (Y4)\nBring a coat.",
        "Item | Cost\nChairs | 20\nTables | 40\n",
        "School name | Pupils\nOak Primary | 210\n",
        "Staff | 2025 | 2026\nEnergy | 61 | 74\nLettings | 18 | 21\n",
        "1 | Eva | Canon Ridley Church of England School",
        "Thursday, January\nKent, England is where it is held.",
    ],
)
def test_registers_and_lists(body: str) -> None:
    _check(body)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("[t Amara Okafor] came. [t Amara]'s coat is here; [t OKAFOR] is in it. [t amara] knows.", ("Amara Okafor",)),
        ("[t Will Thompson] came. Will you ring? I saw [t Will] there. [t Will] was late.", ("Will Thompson",)),
        ("[t May Green] left. It is in May 2027. The green form is for [t May].", ("May Green",)),
        ("[t Grace Page] is here. Turn the page with grace.", ("Grace Page",)),
        ("[t Amara Okafor] is at [t Mrs Okafor]'s.", ("Amara Okafor",)),
    ],
)  # fmt: skip
def test_a_name_found_once_is_found_again(body: str, names: tuple[str, ...]) -> None:
    _check(body, names)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("St Wilfrid's Primary won the Okafor Prize.", ("Wilfrid", "Okafor")),
        ("He has Crohn's and she has Down's syndrome.", ("Crohn", "Down")),
        ("Under Martyn's Law we need a plan for Baker Street.", ("Martyn", "Baker")),
        ("Nan rang on Monday about PAT tests.", ("Nan", "Monday", "PAT")),
        (
            "I shan't. Write to amara.okafor@home.example or see Amara_2.docx.",
            ("shan", "amara", "okafor", "Amara"),
        ),
        ("Under Martyn's Law we ask about Lloyd's of London.", ("Martyn", "Lloyd")),
        ("[t Amara] Hall is next to [t Priya Wood].", ("Amara Hall", "Priya Wood")),
    ][:6],
)
def test_names_of_things_name_nobody(body: str, names: tuple[str, ...]) -> None:
    _check(body, names)


def test_a_name_that_is_also_a_thing_s_is_a_person_s_where_it_owns() -> None:
    _check("[t Lloyd]'s mum rang, and [t Marlon] Law was there.", ("Lloyd", "Marlon"))


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Everton's mum rang.", True),
        ("Everton wears a hearing aid.", True),
        ("Devon is in Year 4.", True),
        ("Chester's annual review is on 9 December.", True),
        ("Everton's new ground opens.", False),
        ("Devon's schools close on Friday.", False),
        ("Chester has a lovely cathedral.", False),
        ("Kent needs your census by Friday.", False),
    ],
)
def test_a_place_that_does_what_only_a_person_does_is_one(text: str, is_person: bool) -> None:
    word = text.partition(" ")[0].partition("'")[0]
    names = [Name(NameKind.PLACE, 0, len(word), 0.99)]

    assert [text[one.start : one.end] for one in misread_names(text, names)] == [word] * is_person


def test_capitals_among_small_letters_are_a_body() -> None:
    _check("We asked RACE to ring. We asked\n[t MHC]\nto ring.", ("RACE", "MHC"))


def test_a_child_with_the_surname_of_a_parent_is_a_third_party() -> None:
    to = [{"address": "ngozi.okafor@home.example", "name": "Ngozi Okafor"}]
    body = "Dear [r Mrs Okafor],\n\n[t Amara Okafor] was late. [t Amara] was sorry, [r Ngozi]."

    _check(body, ("Amara Okafor", "Amara", "Ngozi"), to=to)


@pytest.mark.parametrize(
    "address", ["amara.okafor@council.example", "aokafor@council.example", "okafor.a@x.example"]
)
def test_an_address_tells_whose_name_it_is(address: str) -> None:
    _check("I asked [r Amara Okafor] and [t Amir Okoye].", ("Amara Okafor", "Amir Okoye"), to=[address])


def test_the_sender_is_no_third_party() -> None:
    _check("[s Priya Shah] will ring.", ("Priya Shah",), from_name="Shah, Priya (Schools)")


def test_a_shared_mailbox_is_nobody() -> None:
    to = [{"address": "office@oak.example", "name": "Grace Academy Office"}]

    _check("[t Grace] was late.", ("Grace",), to=to)


def test_the_subject_is_read_for_names() -> None:
    reading = _read({"subject": "Transport for Zosia", "body": "Zosia came."}, ("Zosia",))

    assert [(one.field, one.who) for one in reading.people] == [
        (Field.SUBJECT, Who.THIRD_PARTY),
        (Field.BODY, Who.THIRD_PARTY),
    ]
    assert [s.end for s in reading.subject_sentences] == [19]


@pytest.mark.parametrize(
    "body",
    [
        "It was [t Nnenna] who rang, and [t Uzoma]'s coat is here.",
        "Keep a place for [t Akunna] at breakfast club.",
        "[t Christian] (Y4), [t Heaven Page], aged 6, and [t Wiebke] (Year 2) need places.",
        "Maths in Year 4 is at ten. Art (Y4) has moved. Paper (2) is out.",
        "I'm told we've had it. It is for May 2027.",
    ],
)
def test_a_name_is_known_by_what_stands_beside_it(body: str) -> None:
    around = replace(surroundings(FakeReader()), speller=real_speller())
    told = MARK.sub(lambda m: m[2], body)
    reading = read_draft(draft_from({"body": told}), around)

    assert [said for said, _ in _said(reading, reading.people)] == [m[2] for m in MARK.finditer(body)]


@pytest.mark.parametrize(
    ("subject", "named"),
    [
        ("RE: Okafor, Amara - EHCP review", ["Okafor, Amara"]),
        ("Mrs Okafor's visit", ["Mrs Okafor"]),
        ("Visit - van der Berg, Ann-Marie", ["van der Berg, Ann-Marie"]),
        ("Agenda: Monday, Tuesday", []),
        ("Staff, Pupils and Parents", []),
        ("Autumn, Winter - Kent", []),
    ],
)
def test_subject_lines(subject: str, named: list[str]) -> None:
    reading = _read({"subject": subject, "body": "x"})

    assert [said for said, _ in _said(reading, reading.people)] == named


PIECES = st.sampled_from(
    ["Mr ", "Mrs. ", "PC 12 ", "Dear ", "Hi ", "\n\n", "\n", "Kind regards\n", "Amara", "Okafor", ", ", " and ", "'s",
     "\u2019", "| ", "\t", "Pupil\tName\n", "St ", " Prize", "@", "a.b@c.example", "Will ", "May ", "-", "de ", "X. ",
     "\u0301", "İ", "ß", "Ǆ", "٣", "😀", "\x00"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.text(max_size=30))
def test_any_text_is_read_and_every_place_is_real(text: str, name: str) -> None:
    draft = Draft(text[:40], Body(text), NOW, Mailbox(f"{name}@council.example", name))
    reading = read_draft(draft, surroundings(FakeReader(names=("Amara", "Okafor", "Will"))))

    for one in reading.people:
        length = len(reading.subject.clean if one.field is Field.SUBJECT else reading.body.clean)
        assert 0 <= one.start < one.end <= length
        assert 0 < one.confidence <= 1


@pytest.mark.parametrize(
    "piece",
    ["Mr ", "A. ", "Dear ", "Okafor, ", "A|", "\t", "Mrs O'", "'", "Kind regards\n", "Name\tName\n", "de ", "Amara Okafor ",
     "Hi A and ", "a@", "St A ", "\n\n \n", "A-", "İ"],
)  # fmt: skip
def test_hostile_text_takes_steps_in_proportion(piece: str) -> None:
    around = surroundings(FakeReader())
    check_in_proportion(lambda text: read_draft(Draft("", Body(text), NOW), around), rows_of(piece))


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Dear [r Mrs Wills], [t Maisie] is well.", ("Mrs Wills, Maisie",)),
        ("[r Cath], [t Amir Khan]'s review is due.", ("Cath, Amir Khan",)),
        ("We saw [t Khan, Amir] on the list.", ("Khan, Amir",)),
        ("[t Khan, Amir] 9D: chess", ("Khan, Amir",)),
        ("Send [t Roisin], [t Tess] and [t Jin] to me.", ("Roisin, Tess", "Jin")),
        ("Meals: [t Ana S], [t Finn D]", ("Ana S, Finn D",)),
    ],
)
def test_a_comma_may_part_two_people(body: str, names: tuple[str, ...]) -> None:
    _check(body, names, to=[{"address": "c.denny@council.example", "name": "Cath Denny"}])


@pytest.mark.parametrize(
    "body",
    [
        "The report on [t Autumn Bull] is late.",
        "[t Opal Bread] can start with you on Monday at 8.15.",
        "[t Favour] rang me this morning.",
        "[t Peace] is seeing the nurse weekly about her sleep.",
        "Places from Monday: [t Earl] (Y2), [t Temperance] (Y4) and [t Paddy Connors] (Y5).",
        "The conference on [t Verity] (9) and [t May] (4) is on Wednesday.",
        "His brother [t River] is with the carers.",
        "We exclude [t Cherry Flowers], Year 10, from today.",
        "[r Victory],\n\nsee below, please.",
        "[r Wisdom]\n\nthe master set is missing.",
        "I'd ask her first.\n\n[s Pepper Judge]",
        "[t Mỹ] has left. We told [t Sơn] about it.",
        "Please ask [t Mrs Church] first. A place is free for [t Khánh] from Monday.",
        "Hi [r Thu], the café in Łódź is shut. Ysgol Gŵyr is open.",
        "Phonics (Y1) and Swimming (Y4) move. Right of way is kept.",
        "Right,\n\nhere goes",
        "Summer Fair is on. We told River Hall Primary. Thanks for Spring Term. Hope is not a plan.",
        "Art and music move. Will Reception come? May Day is near. The Robin Trust has moved.",
    ],
)
def test_words_that_people_are_called_by(body: str) -> None:
    _check(body)


@pytest.mark.parametrize("likely", [0.2, 0.01])
def test_what_the_network_half_sees_is_a_name_where_people_are_called_so(likely: float) -> None:
    text = "Spare copies are with Justice today, and the Scheme3 papers too."
    names = [Name(NameKind.PERSON, text.index(word), text.index(word) + len(word), likely) for word in HALF]

    found = {text[one.start : one.end] for one in faint_names(text, names)}

    assert found == ({"Justice", "Spare"} if likely > MENTIONED else {"Justice"})


HALF, MENTIONED = ("Justice", "Spare", "Scheme"), 0.1


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Dear [r An],\n\nAn hour is enough, and the SEN team agrees. We saw [r An] there.", ()),
        ("Hi [r Sen], thanks. [r Sen] is on the list; sen is a coin, and SEN a need.", ()),
        ("Hi lovely,\n\nthe hall is free. Lovely weather.", ()),
        ("We asked [t Winter] about it. It is cold in winter.", ("Winter",)),
        ("His Nana rang. We told [t Nana] about it.", ("Nana",)),
        ("A teacher called [t Vy] came. I told [t Vy] so.", ()),
        ("The place called Vy is far, and so is Ty.", ()),
    ],
)
def test_first_names_that_are_words_which_name_nobody_else(body: str, names: tuple[str, ...]) -> None:
    around = replace(surroundings(FakeReader(names=names)), speller=real_speller())
    reading = read_draft(draft_from({"body": MARK.sub(lambda m: m[2], body)}), around)

    assert _said(reading, reading.people) == [(m[2], WHO[m[1]]) for m in MARK.finditer(body)]


def test_small_letters_are_names_where_those_of_the_lines_around_are() -> None:
    _check(
        "[t sue butler] coeliac\n[t amara okafor] halal\n[t lena patel] no nuts\n",
        names=("sue butler", "amara okafor"),
    )
