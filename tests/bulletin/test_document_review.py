"""What stands in a document is told before it is out, and a scanner that was away is asked again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.bulletin.document_review import Opens, ScanLate, attachments, look_into, not_looked_at, opens
from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.domain.draft import Draft, Moment
from app.website_ports import DocumentFacts, Read, Scan
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.road import real_reader, road
from tests.website_fakes import FakeDocuments, FakeScanner

FACTS = DocumentFacts(
    "", "Form.docx", "application/pdf", 0, MONDAY_MORNING, "ann@council.example",
    MONDAY_MORNING + timedelta(days=400), read=Read.WHOLE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("scan", "is_out", "is_scanned", "says"),
    [
        (Scan.NONE, True, False, Opens.NOW),
        (Scan.NONE, False, False, Opens.NOT),
        (Scan.NONE, True, True, Opens.SOON),
        (Scan.WAITING, True, True, Opens.SOON),
        (Scan.WAITING, True, False, Opens.NOW),
        (Scan.CLEAN, True, True, Opens.NOW),
        (Scan.CLEAN, False, True, Opens.NOT),
        (Scan.INFECTED, True, False, Opens.NOT),
    ],
)
def test_when_anybody_may_open_it(scan: Scan, is_out: bool, is_scanned: bool, says: Opens) -> None:
    kept = FakeDocuments()
    facts = kept.add(replace(FACTS, scan=scan), b"words")
    kept.out |= {facts.id} if is_out else set()

    assert opens(kept, facts.id, is_scanned=is_scanned) is says
    assert opens(kept, "0" * 64, is_scanned=is_scanned) is Opens.NOT


def test_what_nobody_looked_into_is_said() -> None:
    assert not_looked_at(replace(FACTS, scan=Scan.CLEAN)) == ()
    assert not_looked_at(replace(FACTS, read=Read.PART)) == ("attachments", "viruses")


def test_its_words_go_with_the_item() -> None:
    kept = FakeDocuments()
    form, scan = kept.add(FACTS, b"one", "words"), kept.add(replace(FACTS, read=Read.NONE), b"two")
    found = attachments(kept, [form.id, "0" * 64, scan.id])

    assert [(one.name, one.words) for one in found] == [("Form.docx", "words"), ("Form.docx", None)]


class TestScanLate:
    def setup_method(self) -> None:
        self.kept, self.clock, self.scanner = FakeDocuments(), FakeClock(), FakeScanner(Scan.WAITING)
        self.late = ScanLate(self.kept, self.scanner, self.clock)
        self.one = self.kept.add(replace(FACTS, scan=Scan.WAITING), b"one")
        self.old = self.kept.add(FACTS, b"two")

    def looks(self, *, says: Scan, after: timedelta = timedelta(minutes=2)) -> list[Scan]:
        self.scanner.says = says
        self.clock.at += after
        self.late.look()
        return [facts.scan for facts in self.kept.all()]

    def test_it_is_asked_again_until_it_answers(self) -> None:
        assert self.looks(says=Scan.WAITING) == [Scan.WAITING, Scan.NONE]
        assert self.looks(says=Scan.CLEAN, after=timedelta(seconds=50)) == [Scan.WAITING, Scan.NONE]
        assert self.looks(says=Scan.CLEAN) == [Scan.CLEAN, Scan.CLEAN]
        assert self.looks(says=Scan.INFECTED) == [Scan.CLEAN, Scan.CLEAN]

    def test_what_it_finds_late_is_deleted(self) -> None:
        assert self.looks(says=Scan.INFECTED) == [Scan.INFECTED, Scan.INFECTED]
        assert self.kept.content(self.one.id) == b""

    def test_without_a_scanner_nothing_changes(self) -> None:
        assert self.looks(says=Scan.NONE) == [Scan.WAITING, Scan.NONE]


def judge(draft: Draft) -> Checked:
    return check_draft(draft, Moment.COMPOSE, road(reader=real_reader()))


def seen(words: str) -> set[str]:
    return {advice.finding.id for advice in look_into(FACTS, words, MONDAY_MORNING, judge).verdict.advice}


def test_numbers_and_secrets_in_it_are_told() -> None:
    words = "Pupils\nEllie Hartwell\tUPN G886526018159\n\nThe password for the portal is Sunflower42!"
    gated = look_into(FACTS, words, MONDAY_MORNING, judge)
    places = {place.words for advice in gated.verdict.advice for place in gated.places(advice)}

    assert {"identifiers/upn", "credentials/password"} <= seen(words)
    assert "G886526018159" in places


def test_a_story_about_somebody_is_told_and_how_it_is_written_is_not() -> None:
    story = (
        "Ellie Hartwell (Year 4) was taken into care in March after her mother was sectioned under the Mental"
        " Health Act. She self-harms and sees CAMHS each week."
    )

    assert {name.partition("/")[0] for name in seen(story)} & {"confidential-story", "other-pupils"}
    assert seen("BRING A PEN!!! U must come asap, its rubbish otherwise.") == set()
