"""A text message or a post that is pasted in is checked as what it is."""

from dataclasses import replace

import pytest

from app.checks import CHECKS, FINDINGS, MAIL_ONLY
from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.compose.summary import summarise
from app.domain.draft import Medium, Moment, Readership
from app.domain.verdict import Channel, Severity
from app.policy.circumstances import as_record, from_record
from tests.drafts import draft_from
from tests.fakes import FakeReader, FakeRecords
from tests.road import road

INSULT = "You are a useless lot."
READER = FakeReader({INSULT: {"abuse": 0.95}})


def pasted(body: str, medium: Medium, readership: Readership) -> tuple[Checked, FakeRecords]:
    records = FakeRecords()
    draft = replace(draft_from({"subject": "", "body": body}), medium=medium, readership=readership)
    main = replace(road((), READER), records=records)
    return check_draft(draft, Moment.COMPOSE, main), records


def findings(body: str, medium: Medium, readership: Readership) -> set[str]:
    return {a.finding.id for a in pasted(body, medium, readership)[0].verdict.advice}


@pytest.mark.parametrize("medium", [Medium.TEXT_MESSAGE, Medium.POST, Medium.COMMENT])
@pytest.mark.parametrize("readership", Readership)
def test_ordinary_words_raise_nothing(medium: Medium, readership: Readership) -> None:
    assert findings("The newsletter is attached. Sports day is on Friday.", medium, readership) == set()


@pytest.mark.parametrize("readership", [Readership.ONE_FAMILY, Readership.FAMILIES, Readership.PUBLIC])
def test_a_number_of_a_child_must_come_out_whoever_reads_it(readership: Readership) -> None:
    checked, _ = pasted("Oliver's NHS number is 943 476 5870.", Medium.TEXT_MESSAGE, readership)

    assert checked.verdict.severity is Severity.BLOCK


def test_an_insult_in_a_comment_is_heard() -> None:
    assert "hostile-tone/abuse" in findings(INSULT, Medium.COMMENT, Readership.PUBLIC)


def test_a_post_goes_by_no_other_channel_and_a_text_may() -> None:
    told = "Oliver's NHS number is 943 476 5870."
    post, _ = pasted(told, Medium.POST, Readership.PUBLIC)
    text, _ = pasted(told, Medium.TEXT_MESSAGE, Readership.ONE_FAMILY)

    assert (post.verdict.route.channel, text.verdict.route.channel) == (Channel.SEND, Channel.SECURE_CHANNEL)


def test_readers_are_said_as_the_sender_said_them_and_no_address_is_made_up() -> None:
    checked, records = pasted("Hello", Medium.POST, Readership.PUBLIC)
    readers = checked.reading.audience.readers

    assert summarise(checked.reading.audience, checked.verdict, Readership.PUBLIC) == "For anybody to read"
    assert [r.recipient.mailbox.address for r in readers] == [""]
    assert checked.reading.audience.is_lower_bound
    assert "Hello" not in repr(records.kept)
    assert records.kept[0].circumstances["medium"] == "post"


def test_the_record_brings_the_medium_back_and_an_older_one_was_mail() -> None:
    _, records = pasted("Hello", Medium.POST, Readership.PUBLIC)
    kept = dict(records.kept[0].circumstances)

    assert from_record(kept).medium is Medium.POST
    del kept["medium"]
    assert from_record(kept).medium is Medium.EMAIL
    assert as_record(from_record(kept))["medium"] == "email"


def test_what_is_only_for_mail_are_findings_that_exist() -> None:
    whole = {f.removesuffix("/*") for f in MAIL_ONLY if f.endswith("/*")}

    assert whole <= {check.id for check in CHECKS}
    assert {f for f in MAIL_ONLY if not f.endswith("/*")} <= FINDINGS
