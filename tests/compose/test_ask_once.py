"""A card that was answered does not ask again, unless there is more to it; and nobody is asked without end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.adapters.store.keyed_hash import KeyedHash
from app.compose.ask_once import Asking, Memory, keep_answer, open_answer
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.compose.record_choice import record_choice
from app.domain.choice import Choice, Chosen
from app.domain.draft import Moment
from app.domain.errors import ChoiceError
from app.domain.verdict import Advice, Severity, Why
from tests.drafts import draft_from
from tests.fakes import FakeChoices, FakeClock, FakeMarks, FakeRecords
from tests.road import road

HOME = "14 Elm Grove, Ashford TN24 8UU"
DATA: dict[str, Any] = {"to": ["a company"], "subject": "Place for Oliver", "body": f"They live at {HOME}."}
RULE, FINDING = "only-what-is-necessary", "identifiers/home-address"
FORGOTTEN = {"to": ["a colleague"], "subject": "Minutes", "body": "Please see the minutes attached."}
NOTHING_TO_ASK = {"to": ["a colleague"], "subject": "Room", "body": "Hello Sam,\n\nThe room is booked.\n\nJo"}
BULK: dict[str, Any] = {"to": ["3 schools"], "subject": "Mobile library", "body": "The van comes in May."}


@dataclass
class LookedUp(FakeMarks):
    """Marks that know whose were looked up."""

    owners: list[str] = field(default_factory=list)

    def held(self, owner: str, at: datetime) -> frozenset[str]:
        self.owners.append(owner)
        return super().held(owner, at)


@dataclass
class Desk:
    """Somebody at work: drafts are checked and cards answered."""

    caller: str = "local"
    marks: FakeMarks = field(default_factory=FakeMarks)
    clock: FakeClock = field(default_factory=FakeClock)
    choices: FakeChoices = field(default_factory=FakeChoices)
    records: FakeRecords = field(default_factory=FakeRecords)

    @property
    def memory(self) -> Memory:
        return Memory(self.marks, KeyedHash(b"0123456789abcdef").value, self.clock.now)

    @property
    def road(self) -> Road:
        return replace(road(), memory=self.memory, records=self.records)

    def check(self, example: Mapping[str, Any], moment: Moment = Moment.SEND, **known: str) -> Checked:
        draft = replace(draft_from(example), thread=known.get("thread", "t"), id=known.get("id", ""))
        return check_draft(draft, moment, self.road, self.caller)

    def asks(self, example: Mapping[str, Any], **known: str) -> set[str]:
        return {a.rule for a in self.check(example, Moment.SEND, **known).verdict.advice}

    def answer(
        self,
        example: Mapping[str, Any],
        chosen: Chosen = Chosen.WRONG_WARNING,
        rule: str = RULE,
        **known: str,
    ) -> None:
        verdict = self.check(example, Moment.COMPOSE, **known).verdict
        cards = (*verdict.advice, *(one.advice for one in verdict.set_aside))
        self.choose(next(card for card in cards if card.rule == rule), chosen)

    def choose(self, card: Advice, chosen: Chosen = Chosen.WRONG_WARNING) -> None:
        choice = Choice(self.clock.now(), "h", card.rule, card.finding.id, chosen)
        asking = Asking(self.memory, Moment.COMPOSE, self.caller)
        record_choice(choice, self.road.policy(), self.choices, card.answer, asking)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize(("example", "is_asked"), [(NOTHING_TO_ASK, False), (DATA, True)])
def test_answers_are_looked_up_only_where_a_card_asks(
    moment: Moment, example: dict[str, Any], is_asked: bool
) -> None:
    marks = LookedUp()
    assert bool(Desk(marks=marks).check(example, moment).verdict.advice) is is_asked
    assert bool(marks.owners) is is_asked


@pytest.mark.parametrize("chosen", [Chosen.WRONG_WARNING, Chosen.OVERRODE])
def test_an_answered_card_does_not_ask_at_send(desk: Desk, chosen: Chosen) -> None:
    assert RULE in desk.asks(DATA)
    desk.answer(DATA, chosen)
    verdict = desk.check(DATA).verdict

    assert RULE not in {a.rule for a in verdict.advice}
    assert (RULE, Why.ANSWERED) in {(one.advice.rule, one.why) for one in verdict.set_aside}
    assert verdict.severity is Severity.CLEAR


def test_what_was_followed_is_asked_again_when_it_comes_back(desk: Desk) -> None:
    desk.answer(DATA, Chosen.FOLLOWED)

    assert RULE in desk.asks(DATA)


def test_it_asks_again_when_the_answer_is_taken_back(desk: Desk) -> None:
    desk.answer(DATA)
    desk.answer(DATA, Chosen.TOOK_BACK)

    assert RULE in desk.asks(DATA)


def test_a_reply_in_the_thread_is_not_asked_and_another_thread_is(desk: Desk) -> None:
    desk.answer(DATA)
    reply = DATA | {"reply": "reply", "subject": "RE: Place", "body": f"As I wrote: they live at {HOME}"}

    assert RULE not in desk.asks(reply)
    assert RULE in desk.asks(reply, thread="other")


def test_a_new_draft_is_known_by_its_own_id_when_it_gets_a_thread(desk: Desk) -> None:
    desk.answer(DATA, id="d", thread="")

    assert RULE not in desk.asks(DATA, id="d", thread="given by Outlook when it was saved")
    assert RULE in desk.asks(DATA, id="another", thread="")


def test_without_id_and_thread_an_answer_holds_for_this_very_text(desk: Desk) -> None:
    desk.answer(DATA, thread="")

    assert RULE not in desk.asks(DATA, thread="")
    assert RULE in desk.asks(DATA | {"body": DATA["body"] + " Thanks."}, thread="")


@pytest.mark.parametrize(
    "more",
    [
        {"body": f"They live at {HOME}. His father lives at 9 Hope Street, Ashford TN24 9AB."},
        {"to": ["a company", "a parent"]},
        {"to": ["a company", "1 school"]},
    ],
)
def test_when_there_is_more_to_it_it_asks_again(desk: Desk, more: dict[str, Any]) -> None:
    desk.answer(DATA)

    assert RULE in desk.asks(DATA | more)


@pytest.mark.parametrize("less", [{"to": ["a company"]}, {"to": ["a company", "a colleague"]}])
def test_with_fewer_readers_or_one_of_our_own_it_does_not(desk: Desk, less: dict[str, Any]) -> None:
    desk.answer(DATA | {"to": ["a company", "a parent"]})

    assert RULE not in desk.asks(DATA | less)


def test_more_schools_ask_again_and_fewer_do_not(desk: Desk) -> None:
    (rule,) = {a.rule for a in desk.check(BULK).verdict.advice}
    desk.answer(BULK, rule=rule)

    assert not desk.asks(BULK)
    assert desk.asks(BULK | {"to": ["4 schools"]})


def test_a_louder_card_asks_again(desk: Desk) -> None:
    mild, loud = {"to": ["4 schools"]}, {"to": ["6 schools"]}
    (rule,) = desk.asks(BULK | mild)
    desk.answer(BULK | mild, rule=rule)

    assert desk.check(BULK | loud).verdict.severity > Severity.CLEAR


def test_what_must_come_out_takes_no_answer(desk: Desk) -> None:
    (card,) = desk.check(DATA | {"body": "His NHS number is 943 476 5870."}).verdict.advice

    assert (card.severity, card.answer) == (Severity.BLOCK, "")


def test_nobody_answers_for_somebody_else(desk: Desk) -> None:
    desk.answer(DATA)
    colleague = DATA | {"from": "sam@council.example"}
    stranger = Desk("somebody else", desk.marks)

    assert RULE in desk.asks(colleague)
    assert RULE in stranger.asks(DATA)
    card = desk.check(colleague).verdict.advice[0]
    with pytest.raises(ChoiceError):
        stranger.choose(card)
    with pytest.raises(ChoiceError):
        desk.choose(replace(card, answer=card.answer[:-1] + "0"))


def test_an_answer_belongs_to_its_own_card(desk: Desk) -> None:
    card = desk.check(DATA).verdict.advice[0]
    asking = Asking(desk.memory, Moment.COMPOSE, "local")

    assert open_answer(card.answer, RULE, FINDING, asking) is not None
    assert open_answer(card.answer, "another-rule", FINDING, asking) is None
    assert open_answer("", RULE, FINDING, asking) is None
    assert open_answer("é.ü.", RULE, FINDING, asking) is None


def test_it_is_remembered_for_some_days(desk: Desk) -> None:
    desk.answer(DATA)
    desk.clock.at += timedelta(days=6)
    assert RULE not in desk.asks(DATA)
    desk.clock.at += timedelta(days=1, minutes=1)
    assert RULE in desk.asks(DATA)


def test_a_broken_store_asks_again_and_stops_nobody(desk: Desk) -> None:
    desk.answer(DATA)
    desk.marks.is_broken = True
    checked = desk.check(DATA)

    assert RULE in {a.rule for a in checked.verdict.advice}
    assert checked.verdict.not_checked == ()


def test_nothing_that_is_kept_can_be_read(desk: Desk) -> None:
    desk.answer(DATA, id="d")
    kept = repr(desk.marks.kept)

    assert desk.marks.kept
    assert not [
        word for word in ("elm", "oliver", "supplies", "home", "council", RULE) if word in kept.lower()
    ]


def test_the_record_keeps_that_the_rule_spoke_and_did_not_ask(desk: Desk) -> None:
    desk.answer(DATA)
    desk.check(DATA)
    spoke = desk.records.kept[-1].rules

    assert [r["set_aside"] for r in spoke if r["rule"] == RULE] == ["answered"]
    assert not [r for r in desk.records.kept[0].rules if "set_aside" in r]


def test_an_answer_is_kept_for_each_worker(desk: Desk) -> None:
    desk.answer(DATA)

    assert RULE not in Desk(marks=desk.marks).asks(DATA)


def test_very_many_readers_count_as_one_set(desk: Desk) -> None:
    many = {"to": ["60 companies"], "body": f"They live at {HOME}"}
    desk.answer(DATA | many)
    asking = Asking(desk.memory, Moment.COMPOSE, "local")

    assert RULE not in desk.asks(DATA | many)
    assert RULE in desk.asks(DATA | many | {"to": ["59 companies"]})
    card = next(one.advice for one in desk.check(DATA | many).verdict.set_aside if one.advice.rule == RULE)
    opened = open_answer(card.answer, RULE, FINDING, asking)
    assert opened is not None
    assert len(opened.marks) < 20
    keep_answer(opened, desk.memory)


def sent(desk: Desk, drafts: int, example: Mapping[str, Any] = BULK, **known: str) -> list[bool]:
    threads = [{"thread": f"{example['subject']} {n}"} | known for n in range(drafts)]
    return [bool(desk.asks(example, **thread)) for thread in threads]


def use_up(desk: Desk) -> None:
    assert sum(sent(desk, 4) + sent(desk, 4, FORGOTTEN)) == 5


def test_warnings_alone_hold_five_drafts_a_day(desk: Desk) -> None:
    assert sent(desk, 3) + sent(desk, 3, FORGOTTEN) == [True] * 5 + [False]
    aside = desk.check(FORGOTTEN, thread="7").verdict.set_aside

    assert {one.why for one in aside} == {Why.SPENT}
    assert desk.records.kept[-1].rules[0]["set_aside"] == "spent"


def test_one_rule_takes_only_its_part_of_the_day(desk: Desk) -> None:
    assert sent(desk, 5) == [True] * 3 + [False] * 2
    assert {one.why for one in desk.check(BULK, thread="x").verdict.set_aside} == {Why.SPENT}
    assert desk.check(BULK, Moment.COMPOSE, thread="x").verdict.advice


def test_beside_a_rule_that_had_its_part_another_still_asks(desk: Desk) -> None:
    both = BULK | {"body": "Please see the minutes attached. The van comes in May."}
    sent(desk, 3)

    assert desk.asks(both, thread="both") == desk.asks(FORGOTTEN, thread="forgotten")


def test_a_draft_that_was_held_is_held_again_without_counting_twice(desk: Desk) -> None:
    assert all(sent(desk, 9, thread="the same"))
    assert sent(desk, 3) == [True, True, False]
    assert all(sent(desk, 2, FORGOTTEN))
    assert desk.asks(BULK, thread="the same")


def test_the_next_day_and_another_sender_start_anew(desk: Desk) -> None:
    use_up(desk)
    assert desk.asks(BULK | {"from": "sam@council.example"})
    desk.clock.at += timedelta(days=1)
    assert desk.asks(BULK, thread="tomorrow")


def test_while_writing_every_card_is_shown(desk: Desk) -> None:
    use_up(desk)

    assert desk.check(BULK, Moment.COMPOSE, thread="new").verdict.advice


@pytest.mark.parametrize("example", [DATA, BULK | {"to": ["6 schools"]}])
def test_what_protects_somebody_or_must_be_justified_always_asks(
    desk: Desk, example: Mapping[str, Any]
) -> None:
    use_up(desk)

    assert all(sent(desk, 6, example))


def test_when_nobody_can_count_they_ask(desk: Desk) -> None:
    use_up(desk)
    desk.marks.is_broken = True

    assert desk.asks(BULK, thread="new")
