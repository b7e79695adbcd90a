"""Whatever somebody does to a journal without its key is found; a journal that nobody touched is in order."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.verifier.notes import Checkpoint, read_checkpoint, read_key
from app.verifier.rows import Row
from app.verifier.verify import Wrong, verify
from bench.journal.tampering import WAYS, Made, a_journal, tampered

TIMES = 400


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return a_journal(tmp_path_factory.mktemp("key"), Random(7), size=45)  # noqa: S311 (the same trial each time)


def faults(rows: Sequence[Row], made: Made, heads: Sequence[Checkpoint] = ()) -> set[Wrong]:
    return {fault.wrong for fault in verify(rows, made.key, heads).faults}


def test_a_journal_that_nobody_touched_is_in_order(made: Made) -> None:
    report = verify(made.rows, made.key, made.heads)

    assert (report.size, report.faults) == (45, ())
    assert read_checkpoint(made.note, made.key) == made.heads[-1]
    assert report.root == made.heads[-1].root


@pytest.mark.parametrize("way", sorted(WAYS))
def test_whatever_is_done_to_it_is_found(way: str, made: Made) -> None:
    random = Random(way)  # noqa: S311 (the same trial each time)

    for _ in range(TIMES // len(WAYS)):
        assert verify(tampered(made, way, random), made.key, made.heads).faults


def test_it_says_what_and_where(made: Made) -> None:
    rows = list(made.rows)
    changed = [
        *rows[:17],
        replace(rows[17], text=(rows[17].text or "").replace("bulletin", "nothing")),
        *rows[18:],
    ]
    swapped = [*rows[:3], replace(rows[4], number=3), replace(rows[3], number=4), *rows[5:]]

    found = verify(changed, made.key).faults
    assert [(f.wrong, f.number) for f in found] == [(Wrong.EDIT, 17)]
    assert (Wrong.REMOVAL, 9) in {(f.wrong, f.number) for f in verify(rows[:9] + rows[12:], made.key).faults}
    assert (Wrong.REORDER, 3) in {(f.wrong, f.number) for f in verify(swapped, made.key).faults}
    assert Wrong.CUT in faults(rows[:-1], made, made.heads)


def test_a_cut_where_a_batch_ended_is_found_by_a_head_that_was_kept(made: Made) -> None:
    end = max(row.number for row in made.rows[:-1] if row.signature) + 1

    assert faults(made.rows[:end], made) == set()
    assert faults(made.rows[:end], made, made.heads[-1:]) == {Wrong.CUT}
    assert faults([], made, made.heads[:1]) == {Wrong.CUT}


def test_a_second_journal_of_the_same_key_is_a_fork(made: Made, tmp_path: Path) -> None:
    (tmp_path / "journal.key").write_bytes(made.seed)
    other = a_journal(tmp_path, Random(8), size=45)  # noqa: S311 (the same trial each time)

    assert faults(other.rows, made) == set()
    assert Wrong.FORK in faults(other.rows, made, [Checkpoint(45, made.heads[-1].root)])


def test_what_was_let_go_is_in_order_when_the_journal_tells_of_it(made: Made) -> None:
    emptied = [replace(row, text=None) for row in made.rows[:5]] + list(made.rows[5:])

    assert faults(emptied, made) == {Wrong.REMOVAL}


def test_a_key_and_a_head_are_taken_only_whole(made: Made) -> None:
    with pytest.raises(Exception, match="key"):
        read_key(made.words.replace("sendwell", "sendwel1"))
    note = made.note.replace("\n45\n", "\n46\n")
    with pytest.raises(Exception, match="did not sign"):
        read_checkpoint(note, made.key)
    with pytest.raises(Exception, match="no head"):
        read_checkpoint(b64encode(b"nothing").decode(), made.key)
