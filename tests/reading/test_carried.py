"""Are the headers between messages, and the marks of quoting, left out of what was said?"""

import pytest

from app.reading.carried import said_in

SAID = "Isla has arthritis.\nPlease tell nobody."


@pytest.mark.parametrize(
    "carried",
    [
        f"From: S Penrose <s@gmail.com>\nSent: 18 November 2026 21:04\nTo: Office\nSubject: Isla\n\n{SAID}",
        f"-----Original Message-----\n*From:* S Penrose\n*Date:* 18 November\n*Cc:* Jan\n\n{SAID}",
        f"---------- Forwarded message ---------\nFrom: S Penrose\n\n{SAID}",
        f"________________________________\nFrom: S Penrose\nSubject: Isla\n{SAID}",
        "On 18 Nov 2026, at 21:04, S Penrose <s@gmail.com> wrote:\n\n> Isla has arthritis.\n> Please tell nobody.",
        "On 18 Nov 2026, at 21:04, S Penrose\n<s@gmail.com> wrote:\n> > Isla has arthritis.\n>> Please tell nobody.",
        "Begin forwarded message:\n> From: S Penrose\n> Isla has arthritis.\n> Please tell nobody.",
    ],
)
def test_what_was_said_is_left_at_its_place(carried: str) -> None:
    said = said_in(carried)

    assert [line.strip() for line in said.split("\n") if line.strip()] == SAID.split("\n")
    assert len(said) == len(carried)
    assert said.index("Isla has") == carried.index("Isla has")


@pytest.mark.parametrize("words", ["On Monday she wrote to me.", "Two at: once", "Notes from: the meeting"])
def test_sentences_like_headers_stay(words: str) -> None:
    assert said_in(words) == words
