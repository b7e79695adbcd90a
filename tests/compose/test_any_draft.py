"""Whatever somebody writes, they get an answer, and every position in it is real."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.compose.check_draft import check_draft
from app.domain.draft import (
    Attachment,
    Body,
    BodyFormat,
    Draft,
    Field,
    Importance,
    Mailbox,
    Moment,
    Recipient,
    RecipientKind,
    ReplyKind,
)
from app.domain.verdict import Severity
from tests.road import real_reader, road

PIECES = st.sampled_from(
    [
        "Dear all,", "URGENT", "NHS number 943 476 5870", "by noon tomorrow", "12/11/26", "<p>", "</table>", "<!--[if mso]>",
        "<o:p></o:p>", "&nbsp;", "&#x110000;", "-----Original Message-----", "> quoted", "\u200b", "\u00ad", "１２３", "𝟗𝟒𝟑",
        "From: a@b.example\nSent: today\nTo: c\nSubject: d\n", "Kind regards,\nP Shah", "office@oak.kent.sch.example", "@", "<",
        "password is Summer2024!", "You are useless.", "\0", "\ufffd", "👩‍🏫", "\t", "\n\n", "A" * 300, "1 " * 60,
    ]
)  # fmt: skip
WHOLE = st.text(st.characters(codec="utf-8"), max_size=40)  # the doors let no lone surrogate in
TEXTS = st.lists(st.one_of(PIECES, WHOLE), max_size=12).map(" ".join)
ADDRESSES = st.one_of(
    WHOLE,
    st.sampled_from(
        [
            "office@s01.c01.primary.sch.example",
            "x@gmail.com",
            "p@council.example",
            "a@b@c",
            "@",
            "İ@İ.example",
        ]
    ),
)
DRAFTS = st.builds(
    Draft,
    subject=TEXTS,
    body=st.builds(Body, TEXTS, st.sampled_from(BodyFormat), st.booleans()),
    sending_at=st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - the bounds are naive by contract
    sender=st.none() | st.builds(Mailbox, ADDRESSES, TEXTS),
    recipients=st.lists(
        st.builds(
            Recipient,
            st.builds(Mailbox, ADDRESSES, TEXTS),
            st.sampled_from([Field.TO, Field.CC, Field.BCC]),
            st.sampled_from(RecipientKind),
        ),
        max_size=8,
    ).map(tuple),
    recipients_capped=st.booleans(),
    attachments=st.lists(
        st.builds(
            Attachment,
            TEXTS,
            st.integers(0, 2**40),
            st.booleans(),
            content=st.none() | st.binary(max_size=50),
        ),
        max_size=3,
    ).map(tuple),
    reply=st.sampled_from(ReplyKind),
    importance=st.sampled_from(Importance),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAFTS, st.sampled_from(Moment))
def test_every_draft_is_answered(draft: Draft, moment: Moment) -> None:
    checked = check_draft(draft, moment, road(reader=real_reader()))
    verdict, reading = checked.verdict, checked.reading

    assert [u.reason for u in verdict.not_checked if "failed" in u.reason] == []
    assert verdict.severity == max((a.severity for a in verdict.advice), default=Severity.CLEAR)
    for advice in verdict.advice:
        assert advice.clause.quote
        assert "{" not in advice.title + advice.message
        for span in map(checked.in_plain, advice.finding.spans):
            length = {
                Field.SUBJECT: len(reading.subject.plain),
                Field.BODY: len(reading.body.plain),
                Field.ATTACHMENTS: len(draft.attachments),
            }.get(span.field, len(draft.addressed(span.field)))
            assert 0 <= span.start <= span.end <= length


@settings(max_examples=60, deadline=None)
@given(DRAFTS)
def test_the_same_draft_gets_the_same_verdict(draft: Draft) -> None:
    first, second = (check_draft(draft, Moment.SEND, road(reader=real_reader())).verdict for _ in range(2))

    assert first == second
