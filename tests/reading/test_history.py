import pytest

from app.domain.reading import Part
from app.reading.history import blank, split
from app.reading.markup.marks import Mark, MarkKind

ADDRESS = "Jo Reed <jo@hills.example>"
HEADER = f"From: {ADDRESS}\nSent: 16 November 2026 10:00\nTo: All\nSubject: Trip\n\nold words"

QUOTED = {
    "Outlook's separator": "-----Original Message-----\nold words",
    "a German separator": "-----Urspr\u00fcngliche Nachricht-----\nold words",
    "a Welsh separator": "-----Neges Wreiddiol-----\nold words",
    "Gmail's forward": "---------- Forwarded message ---------\nold words",
    "Apple's forward": "Begin forwarded message:\n\nold words",
    "Outlook's header": HEADER,
    "Outlook's header in bold stars": HEADER.replace("From:", "*From:*").replace("Sent:", "*Sent:*"),
    "a rule and a header": "_" * 32 + "\n" + HEADER,
    "a header with many readers": HEADER.replace(
        "To: All", "To: a@b.example;\n c@d.example\nCc: g@h.example"
    ),
    "a header without addresses": HEADER.replace(ADDRESS, "Reed, Jo"),
    "a header in French": "De : Jo\nEnvoy\u00e9 : 16 nov. 2026 10:00\n\u00c0 : Tous\nObjet : Sortie\n\nold",
    "a header in Welsh": "Oddi wrth: Jo\nAnfonwyd: 16/11/2026 10:00\nAt: Pawb\nPwnc: Trip\n\nold words",
    "a header in one line": f"From: {ADDRESS} Sent: 16 November 2026 10:00 To: All Subject: Trip old words",
    "Gmail's attribution": f"On Mon, 16 Nov 2026 at 10:00, {ADDRESS} wrote:\n\n> old words",
    "a wrapped attribution": "On Mon, 16 Nov 2026 at 10:00, Jo Reed\n<jo@hills.example>\nwrote:\n> old words",
    "Apple's attribution": f"On 16 Nov 2026, at 10:00, {ADDRESS} wrote:\n\nold words",
    "Thunderbird's attribution": "On 16/11/2026 10:32, Jo Reed wrote:\n> old words",
    "an attribution with lines": "Jo Reed wrote:\n> old words",
    "an attribution in German": "Am 16.11.2026 um 10:32 schrieb Jo Reed:\n> old words",
    "two quoted lines": "> old words\n> old too",
}
NOT_QUOTED = {
    "a colon in prose": "From: the head, to: all staff. Sent: never.",
    "a memo": "From: the Head\nTo: all staff\nDate: 16 November 2026\nSubject: Parking\n\nPark nicely.",
    "a form": "From:\nTo:\nDate:\nSubject:",
    "a memo with a time": "From: the Head\nTo: all\nDate: 16 November 2026 10:30\nSubject: Snow\n\nWe are closed.",
    "times of a journey": "From: Elm Road 08:15\nTo: Oak School 08:40\nThe bus waits.",
    "somebody's letter": "On Monday at 10 the parent wrote:\n\nI am unhappy.\n\nWhat do you think?",
    "a writer": "As Dickens wrote:\n\nIt was the best of times.",
    "one angle": "> 30 kg is too much\nThank you",
    "amounts": "> 30 kg\n> 40 kg",
    "a row of dashes": "--------------\nPart two\n--------------",
    "a row of underscores": "Name: ________________________________\nFrom: ________________________________",
    "a word in dashes": "--- Original artwork ---",
}
SIGNED = {
    "name and post": ("Kind regards,", "Priya Shah\nSENCO\nOak Primary School\nTel: 01632 960001"),
    "blank lines between": ("Many thanks", "Priya Shah\n\nSENCO\n\nwww.oak.example"),
    "a Welsh sign-off": ("Cofion gorau", "Rhian"),
    "thanks for help": ("Thank you for your continued support and co-operation", "Rhian"),
    "name in the sign-off": ("Thanks, Priya", "SENCO\nOak Primary"),
    "a disclaimer": (
        "Regards",
        "Jo\n\nThis e-mail is confidential.\nThe views expressed are not always ours.",
    ),
    "an address": ("Yours sincerely", "Jo\nCounty Hall\nPark Street\nMaidstone ME14 1XQ"),
}
NOT_SIGNED = {
    "a request after thanks": "Thanks\n\nCould you also send the register by Friday?",
    "a postscript": "Kind regards\n\nPS Amy moves to Elm class on Monday.",
    "a list of pupils": "Best wishes\n\n" + "\n".join(f"Pupil {i}\t0{i}/03/2015\tElm" for i in range(1, 9)),
    "a long list": "Thanks\n\n" + "Name\n" * 8 + "\n" + "Name\n\n" * 20,
    "a password": "Regards\n\nPassword: sunshine",
    "thanks in a sentence": "Thanks to your help the fair went well\nIt made a profit",
    "details of a meeting": "Thanks\n\nDate: Monday\nTime: half past ten\nPin: see the board",
    "a heading after thanks": "Thank you\n\nThe autumn conference of the whole county service\n\nOVERVIEW",
    "a slip to fill in": "Regards\nJo\n\nChild's name: Amy\nClass: Elm",
    "short sentences": "Regards\nJo\nHave a great day.",
    "a warning about this very mail": "This email contains confidential pupil data, do not forward it.",
}


def part(text: str, wanted: Part) -> str:
    regions = [(r.start, r.end) for r in split(text) if r.part is not wanted]
    return blank(text, regions).strip()


@pytest.mark.parametrize("earlier", QUOTED.values(), ids=QUOTED)
def test_the_earlier_message_is_quoted_and_the_answer_above_it_is_new(earlier: str) -> None:
    text = f"My answer.\n\n{earlier}"
    assert part(text, Part.NEW) == "My answer."
    assert part(text, Part.QUOTED) == earlier


@pytest.mark.parametrize("own", NOT_QUOTED.values(), ids=NOT_QUOTED)
def test_an_author_s_own_words_are_not_taken_for_history(own: str) -> None:
    assert part(f"Hello.\n\n{own}\n\nGoodbye.", Part.QUOTED) == ""


@pytest.mark.parametrize(("sign_off", "signature"), SIGNED.values(), ids=SIGNED)
def test_what_follows_the_sign_off_is_the_signature(sign_off: str, signature: str) -> None:
    text = f"Please read this.\n\n{sign_off}\n{signature}\n"
    assert part(text, Part.SIGNATURE) == signature
    assert part(text, Part.NEW).endswith(sign_off)


@pytest.mark.parametrize("own", NOT_SIGNED.values(), ids=NOT_SIGNED)
def test_an_author_s_own_words_are_not_taken_for_a_signature(own: str) -> None:
    last = own.rstrip().splitlines()[-1]
    assert part(f"Hello.\n\n{own}", Part.NEW).endswith(last)


@pytest.mark.parametrize(
    "line", ["Sent from my iPhone", "Get Outlook for iOS", "Sent from Outlook for Android<https://x.example>"]
)
def test_what_a_telephone_adds_is_signature(line: str) -> None:
    assert part(f"Yes please.\n\n{line}", Part.SIGNATURE) == line


def test_answers_between_quoted_lines_are_new() -> None:
    text = "On 16/11/2026 09:10, Jo Reed wrote:\n> When?\n\nAt ten.\n\n> Where?\n\nIn the hall.\n"
    assert part(text, Part.NEW).split() == ["At", "ten.", "In", "the", "hall."]


def test_answers_between_quoted_lines_are_new_without_an_attribution_too() -> None:
    assert part("> When is it?\nAt ten.\n> Where is it?\nIn the hall.", Part.NEW).split("\n")[0] == "At ten."


def test_an_answer_under_a_marked_quotation_is_new() -> None:
    text = "Jo wrote:\nold words\nmy answer"
    regions = split(text, (Mark(MarkKind.QUOTE, 9, 19),))
    assert [(r.part, text[r.start : r.end]) for r in regions] == [
        (Part.QUOTED, "Jo wrote:\nold words"),
        (Part.NEW, "\nmy answer"),
    ]


def test_words_typed_into_a_marked_signature_are_new() -> None:
    text = "Hello\nCould you ring me today?\nKind regards\nJo Reed\nSENCO"
    regions = split(text, (Mark(MarkKind.SIGNATURE, 6, len(text)),))
    assert [text[r.start : r.end].strip() for r in regions if r.part is Part.SIGNATURE] == ["Jo Reed\nSENCO"]


def test_a_rule_alone_is_no_history() -> None:
    text = "Part one\nPart two: From here on"
    assert [r.part for r in split(text, (Mark(MarkKind.RULE, 8, 8),))] == [Part.NEW]


def test_an_empty_body_has_no_regions() -> None:
    assert split("") == ()


@pytest.mark.parametrize(
    "piece",
    [
        ">\n",
        "From: a\n",
        "x wrote:\n",
        "On x\n",
        "Thanks\n",
        "--\n",
        "> x\n\ny\n",
        "\n",
        "Sent from my iPad\n",
    ],
)
def test_long_rows_of_one_line_are_read(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert split(text)[-1].end == len(text)


SHORT = "See below.\n\nFrom: Resident\nTo: P Shah\nSubject: Bins\n\nStill not emptied."


def test_an_answer_s_short_header_starts_the_history() -> None:
    assert [region.part for region in split(SHORT, is_answer=True)] == [Part.NEW, Part.QUOTED]


def test_a_memo_may_be_set_out_likewise() -> None:
    assert [region.part for region in split(SHORT)] == [Part.NEW]


def test_days_of_leave_in_an_answer_are_no_header() -> None:
    leave = "My leave:\n\nFrom: Monday\nTo: Friday\n\nSubject: to cover.\nThanks"
    assert Part.QUOTED not in {region.part for region in split(leave, is_answer=True)}
