"""Are items that tell the same news found, and others left alone?"""

from dataclasses import replace
from datetime import timedelta

from app.bulletin.alike.duplicates import PERHAPS, SURE, Duplicates
from app.bulletin_ports import Read
from app.domain.item import Item, ItemState, Person
from app.domain.item_text import ItemText
from bench.duplicates.__main__ import Reader, all_pairs, strangers
from bench.duplicates.pairs import Text
from tests.fakes import MONDAY_MORNING
from tests.road import calendar, real_meanings

LEAST_PRECISION, LEAST_RECALL = 0.91, 0.82
"""A floor for what was fitted on these pairs; what it reaches on others is in docs/decisions/0046."""
MOST_ALARMS, STRANGERS = 2, 4_000
SELF = 0.95
MEANINGS = real_meanings()
READER = Reader()
SPOTTING = ItemText(
    "Ringworm: spotting and excluding",
    "A talk for first aiders on Thursday 3 December at 4pm.",
    "A talk for first aiders on Thursday 3 December, 4pm, on Teams. Dr Imogen Vale shows what ringworm looks "
    "like and when a child may come back. Book with health.protection@council.example by 27 November.",
)


def item(number: str, text: ItemText = SPOTTING, days: int = 3, state: ItemState = ItemState.NEW) -> Item:
    sender = Person("P Shah", "p.shah@council.example")
    return Item(number, text, sender, MONDAY_MORNING - timedelta(days=days), state)


def found(text: ItemText, *among: Item, but: str = "") -> list[str]:
    alike = Duplicates(calendar, MEANINGS).alike(text, MONDAY_MORNING, among, but)
    return [one.item.id for one in alike]


def test_pairs_that_people_judged_are_told_apart() -> None:
    hits = said = true = 0
    for pair in all_pairs():
        if pair.is_written:
            is_found = READER.likeness(pair.a, pair.b) >= SURE
            hits, said, true = hits + (is_found and pair.same), said + is_found, true + pair.same
    assert hits / said >= LEAST_PRECISION
    assert hits / true >= LEAST_RECALL


def test_items_of_no_common_subject_are_hardly_ever_taken_for_one() -> None:
    pairs = [pair for pair in all_pairs() if pair.is_written]
    alarms = sum(READER.likeness(*two) >= SURE for two in strangers(pairs, READER, STRANGERS))
    assert alarms <= MOST_ALARMS


def test_an_item_is_most_like_itself() -> None:
    one = Text(SPOTTING.headline, SPOTTING.body)
    assert READER.likeness(one, one) > SELF


def test_what_is_perhaps_alike_is_found_by_whoever_asks_for_it() -> None:
    body = "A doctor of Health Protection tells staff in December when a child with a rash may come back."
    new = ItemText("Rashes at school", "", body)
    looked = Duplicates(calendar, MEANINGS)
    (perhaps,) = looked.alike(new, MONDAY_MORNING, [item("a")], least=PERHAPS)

    assert PERHAPS <= perhaps.likeness < SURE
    assert looked.alike(new, MONDAY_MORNING, [item("a")]) == ()


def test_another_session_in_the_same_words_is_not_the_same() -> None:
    body = SPOTTING.body.replace("3 December", "4 February").replace("27 November", "29 January")
    assert found(replace(SPOTTING, body=body), item("a")) == []


def test_another_subject_in_the_same_form_is_not_the_same() -> None:
    body = SPOTTING.body.replace("ringworm looks", "measles look").replace("3 December", "10 December")
    body = body.replace("27 November", "4 December").replace("Imogen Vale", "Ravi Cole")
    assert found(replace(SPOTTING, headline="Measles: spotting and excluding", body=body), item("a")) == []


def test_what_puts_a_day_right_is_the_same_item() -> None:
    body = "We gave the wrong date last week, sorry. " + SPOTTING.body.replace("3 December", "10 December")
    assert found(replace(SPOTTING, headline="CORRECTED: spotting ringworm", body=body), item("a")) == ["a"]


def test_what_takes_an_event_back_is_not_the_same_item() -> None:
    off = ItemText(
        "Ringworm talk on 3 December cancelled",
        "The talk will not take place.",
        "The talk for first aiders on Thursday 3 December, 4pm, is cancelled as Dr Imogen Vale is unwell.",
    )
    assert found(off, item("a")) == []


def test_only_items_of_the_last_months_that_still_stand_are_shown() -> None:
    gone = [item(state.value, state=state) for state in (ItemState.DECLINED, ItemState.WITHDRAWN)]
    out = item("out", state=ItemState.OUT, days=20)
    assert found(SPOTTING, *gone, out, item("old", days=120), item("own"), but="own") == ["out"]


def test_an_item_that_was_edited_is_read_again() -> None:
    duplicates = Duplicates(calendar, MEANINGS)
    before = item("a", ItemText("Grit bins", "Bins are filled next week.", "Your bin is filled next week."))
    assert duplicates.alike(SPOTTING, MONDAY_MORNING, [before]) == ()
    after = replace(before, text=SPOTTING, version=2)
    assert [one.item for one in duplicates.alike(SPOTTING, MONDAY_MORNING, [after])] == [after]


def test_a_very_long_item_is_compared_too() -> None:
    long = replace(SPOTTING, body=SPOTTING.body + " one two three." * 1_300)
    assert found(long, item("a")) == ["a"]


def test_the_same_news_in_quite_other_words_is_found() -> None:
    first = ItemText(
        "CCTV: put up the new signs",
        "",
        "None of the camera signs at eight schools told whom to ask. New signs must show the school's name, a "
        "purpose and a telephone number. Order them from Print Services for £6 each by 26 February.",
    )
    again = ItemText(
        "Are your camera notices legal?",
        "",
        "A picture of a camera is not enough: people must be told who films, why, and the number to ring. "
        "Ours cost £6 from Print Services. Replace the old ones by 26 February.",
    )
    assert found(again, item("a", first)) == ["a"]


def test_other_news_of_the_same_team_is_left_alone() -> None:
    news = ItemText(
        "Who is your first aid lead?",
        "",
        "Tell us the name of whoever keeps your first aid boxes by 27 November. "
        "health.protection@council.example",
    )
    assert found(news, item("a")) == []


def test_thanks_for_what_was_are_news_of_their_own() -> None:
    thanks = ItemText(
        "Ringworm: thank you",
        "",
        "Thank you to the forty first aiders who came to Dr Imogen Vale's talk on Thursday 3 December. The film of it "
        "is on the hub.",
    )
    assert found(thanks, item("a")) == []


def test_a_longer_deadline_is_the_same_item() -> None:
    longer = (
        SPOTTING.body.replace("27 November", "1 December")
        + " We have kept booking open for a few days longer."
    )
    assert found(replace(SPOTTING, body=longer), item("a")) == ["a"]


def test_a_longer_deadline_told_anew_is_the_same_item() -> None:
    longer = ItemText(
        "Ringworm talk: seats left",
        "",
        "Because half of the first aiders were at a funeral, places at Dr Imogen Vale's talk on 3 December can still be "
        "booked until 1 December. health.protection@council.example",
    )
    assert found(longer, item("a")) == ["a"]


def test_another_hour_is_the_same_item_where_the_old_one_is_denied() -> None:
    body = SPOTTING.body.replace("4pm", "half past three (not 4pm, the caretaker needs the room)")
    assert found(replace(SPOTTING, body=body), item("a")) == ["a"]


def test_the_next_round_in_the_same_words_is_not_the_same() -> None:
    first = ItemText(
        "Cycle sheds: round two", "", "Bid for up to £4,000 in round two. It opens on 1 March. No match."
    )
    body = first.body.replace("two", "three").replace("1 March", "1 September").replace("4,000", "3,500")
    assert found(ItemText("Cycle sheds: round three", "", body), item("a", first)) == []


def test_the_same_form_for_others_is_not_the_same() -> None:
    body = SPOTTING.body.replace("first aiders", "midday supervisors").replace("a child", "an adult")
    assert found(replace(SPOTTING, headline="Ringworm: for midday supervisors", body=body), item("a")) == []


def test_sums_in_words_count_as_in_figures() -> None:
    first = ItemText(
        "Hall hire goes up", "", "From April an hour in the Riverside hall costs £46, until now £41."
    )
    again = ItemText(
        "Budget for PE", "", "Leisure want forty-six pounds an hour at Riverside from April, not forty-one."
    )
    assert found(again, item("a", first)) == ["a"]


def test_meaning_is_only_asked_for_where_it_can_decide() -> None:
    class Counted:
        asked = 0

        def read(self, text: str) -> Read:
            self.asked += 1
            return MEANINGS.read(text)

    counted = Counted()
    bins = "Your grit bin is filled in the week of 9 January for £9. Nothing to do."
    other = ItemText("Grit bins", "", bins)
    assert Duplicates(calendar, counted).alike(SPOTTING, MONDAY_MORNING, [item("a", other)]) == ()
    assert counted.asked == 0
