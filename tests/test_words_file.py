"""Are an organisation's own words left alone, and is a wrong list said at start?"""

from pathlib import Path

import pytest

from app.domain.errors import SettingsError
from app.settings import load_settings
from app.wiring.installation import Installation


def _installation(data: Path, words: Path | None) -> Installation:
    return Installation(load_settings({}, data=data, words_file=words))


def test_own_words_are_no_slips(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("Wealdnet tommorow\n", encoding="utf-8")

    assert _installation(tmp_path, file).language.speller.correct("tommorow") is None
    assert _installation(tmp_path, None).language.speller.correct("tommorow") is not None


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00words"])
def test_a_list_that_cannot_be_read_is_said_at_start(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "words.txt"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(SettingsError, match=r"words\.txt cannot be read"):
        _ = _installation(tmp_path, file).language.speller
