"""When the journal was last verified is remembered, in a file and in the fake alike."""

from pathlib import Path

import pytest

from app.adapters.files.last_verified import FILE, LastVerified
from app.domain.errors import SetupError
from app.journal_ports import Verifications, Verified
from tests.fakes import MONDAY_MORNING
from tests.journal_fakes import FakeVerifications

WELL = Verified(MONDAY_MORNING, 7, is_well=True)


@pytest.fixture(params=["fake", "file"])
def verifications(request: pytest.FixtureRequest, tmp_path: Path) -> Verifications:
    return FakeVerifications() if request.param == "fake" else LastVerified(tmp_path)


def test_the_newest_one_is_remembered(verifications: Verifications) -> None:
    assert verifications.newest() is None
    for one in (WELL, Verified(MONDAY_MORNING, 9, is_well=False)):
        verifications.keep(one)
        assert verifications.newest() == one


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"at": "x", "size": 1, "is_well": true}', "\x00"])
def test_what_cannot_be_read_is_no_verification(tmp_path: Path, words: str) -> None:
    (tmp_path / FILE).write_text(words, encoding="utf-8")
    assert LastVerified(tmp_path).newest() is None


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be written"):
        LastVerified(tmp_path / "none").keep(WELL)
