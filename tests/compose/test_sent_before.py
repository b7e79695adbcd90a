"""What is remembered of mail to schools, and what never is?"""

from collections.abc import Mapping
from typing import Any

import pytest

from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.domain.draft import Moment
from app.domain.sent import NOTHING_SENT
from app.domain.verdict import Channel, Severity
from tests.drafts import draft_from
from tests.fakes import FakeReader, FakeSentMails
from tests.road import road

NEWS = "We have free places on our phonics course for new teachers this spring. Please tell your staff, and book on our website."


def to(school: int, body: str = NEWS, **more: object) -> dict[str, Any]:
    address = f"office@s{school:02}.c{school:02}.primary.sch.example"
    return {"to": [address], "subject": "Course", "body": f"Dear Mrs Hall,\n\n{body}", **more}


def check(
    sent: FakeSentMails,
    example: Mapping[str, Any],
    moment: Moment = Moment.SEND,
    tones: Mapping[str, Mapping[str, float]] | None = None,
) -> Checked:
    return check_draft(draft_from(example), moment, road(reader=FakeReader(tones or {}), sent=sent))


def rules(checked: Checked) -> dict[str, Severity]:
    return {card.rule: card.severity for card in checked.verdict.advice}


def test_only_what_is_sent_is_remembered_and_told_while_writing_too() -> None:
    sent = FakeSentMails()
    for school in (1, 2, 3, 4):
        check(sent, to(school), Moment.COMPOSE)
    assert sent.mails == []
    check(sent, to(1))
    check(sent, to(2))
    assert "serial-single-sends" not in rules(check(sent, to(2), Moment.COMPOSE))
    assert rules(check(sent, to(3), Moment.COMPOSE))["serial-single-sends"] is Severity.WARN


def test_from_the_third_school_it_warns_and_from_the_fifth_it_asks_why() -> None:
    sent = FakeSentMails()
    said = [rules(check(sent, to(n))).get("serial-single-sends") for n in range(1, 7)]
    assert said == [None, None, Severity.WARN, Severity.WARN, Severity.JUSTIFY, Severity.JUSTIFY]
    assert check(sent, to(3)).verdict.route.reasons == ()


def test_send_pressed_again_is_no_second_send() -> None:
    sent = FakeSentMails()
    for _ in range(4):
        check(sent, to(1))
    check(sent, to(1, NEWS + " Do come."))
    assert "serial-single-sends" not in rules(check(sent, to(2)))


def test_whoever_follows_the_advice_and_writes_to_fewer_is_not_told_again() -> None:
    sent = FakeSentMails()
    check(sent, to(1, to=["9 schools"]))
    assert rules(check(sent, to(1, to=["office@s01.c01.primary.sch.example"]))).keys() == set()


def test_answers_are_told_while_writing_only() -> None:
    sent = FakeSentMails()
    for school in (1, 2, 3):
        check(sent, to(school, reply="reply"))
    assert rules(check(sent, to(4, reply="reply"), Moment.COMPOSE))["serial-single-sends"] is Severity.INFO
    assert "serial-single-sends" not in rules(check(sent, to(4, reply="reply")))


@pytest.mark.parametrize("moment", Moment)
def test_a_broken_store_is_said_and_keeps_nobody_from_sending(moment: Moment) -> None:
    verdict = check(FakeSentMails(is_broken=True), to(1), moment).verdict
    said = [u.reason for u in verdict.not_checked if u.check == "serial-and-duplicate"]
    assert len(said) == (2 if moment is Moment.SEND else 1)
    assert (verdict.severity, verdict.route.channel) == (Severity.CLEAR, Channel.SEND)


@pytest.mark.parametrize(
    "example",
    [
        to(1, to=["safeguarding@s01.c01.primary.sch.example"]),
        to(1, "I am taking orders for Christmas cakes again. " + NEWS),
        to(1, to=["a colleague"]),
    ],
)
def test_mail_in_confidence_off_the_record_or_to_no_school_leaves_nothing(example: dict[str, Any]) -> None:
    sent = FakeSentMails()
    check(sent, example)
    assert (sent.mails, sent.texts, dict(sent.counted)) == ([], [], {})


def test_mail_in_confidence_is_not_even_looked_up() -> None:
    sent = FakeSentMails(is_broken=True)
    checked = check(sent, to(1, to=["safeguarding@s01.c01.primary.sch.example"]))
    assert checked.reading.sent_before == NOTHING_SENT
    assert "serial-and-duplicate" not in {u.check for u in checked.verdict.not_checked}


def test_of_a_private_matter_only_the_count_is_kept() -> None:
    sent = FakeSentMails()
    story = "Milo Tarrant in Year 4 has a diagnosis of epilepsy and takes his medicine at noon."
    tones = {story: {"health": 0.97, "story": 0.97}}
    check(sent, to(1, f"{story}\n{NEWS}"), tones=tones)
    assert [mail.fingerprint.marks for _, mail in sent.mails] == [()]
    assert sum(sent.counted.values()) == 1


def test_what_a_colleague_wrote_for_many_is_told_to_the_next() -> None:
    sent = FakeSentMails()
    check(sent, to(1, to=["12 schools"], **{"from": "colleague1@council.example"}))
    (card,) = [c for c in check(sent, to(1)).verdict.advice if c.rule == "duplicate-to-schools"]
    assert (
        card.message
        == "A mail for 12 schools on Monday 16 November reads much like this one. Is it the same news?"
    )


def test_without_a_sender_nothing_is_like_anything() -> None:
    sent = FakeSentMails()
    for school in (1, 2, 3):
        check(sent, to(school, **{"from": ""}))
    assert {mail.fingerprint.marks for _, mail in sent.mails} == {()}
