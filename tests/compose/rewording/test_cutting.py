"""What is left without the clause that hurts, and when nothing is."""

import pytest

from app.compose.rewording.cutting import without


def rest(marked: str) -> str | None:
    lead, _, tail = marked.partition("[")
    cut, _, tail = tail.partition("]")
    return without(lead + cut + tail, len(lead), len(lead + cut))


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("Do it by Friday[ or I will make you pay.]", "Do it by Friday."),
        ("The decision is made, [so save your breath.]", "The decision is made."),
        ("We all waited for the bus \u2013 [and not a soul cared.]", "We all waited for the bus."),
    ],
)
def test_the_rest_stands_alone(marked: str, left: str) -> None:
    assert rest(marked) == left


@pytest.mark.parametrize(
    "marked",
    [
        "The form is wrong, [as Priya told you.]",  # a name
        "The form is wrong, [and I told you on Monday.]",  # a day
        "I will not help you[ unless you say sorry.]",  # a condition
        "Put that in writing [and we'll see how long you last.]",  # a dare says the opposite
        "The form is wrong, [so please do your job.]",  # a wish
        "The waiting list is what it is,[ and no more of your letters.]",
        "Three months of this[ and I am done with it.]",
        "[As you know, ]the form has two sides.",  # an opening
        "Your lesson was, [and I choose the word with care, ]pointless.",  # amid a sentence
        "You are, I believe,[ the slowest of us all.]",  # what was to be said goes
        "You are, and I say so kindly, [a fool.]",
        "Three weeks I have waited, three,[ and I am livid.]",  # a lone word is left
        "Has it struck you that people leave[ because you are a bore]?",  # a question
        "Let us be honest with each other, [the man is a fool.]",
        "Really now, [you are a fool.]",  # too little
        "[You are a fool.]",
    ],
)
def test_nothing_is_left_where_it_would_not_stand_or_loses_more(marked: str) -> None:
    assert rest(marked) is None
