"""Nothing of a draft is left anywhere when the service crashes. `python -m bench.canary` does this at length."""

import base64
import gzip
import zlib
from pathlib import Path

import pytest

from bench.canary.__main__ import Plan, control, run
from bench.canary.drafts import a_request, canary
from bench.canary.search import WORD, found_in, search

CHECKS, CRASHES = 60, 3


def test_no_canary_is_left_after_checks_and_crashes(tmp_path: Path) -> None:
    if not control(tmp_path / "control"):
        pytest.skip("this machine writes no core dumps, or elsewhere, so that none could be looked through")
    done = run(tmp_path / "service", Plan(CHECKS, CRASHES))

    assert done["found"] == {}
    assert (done["crashes"], done["cores"]) == (CRASHES, 0)
    assert done["statuses"]["200"] > CHECKS // 2


@pytest.mark.parametrize(
    "written",
    [
        f"before {canary(9)} after".encode(),
        canary(9).upper().encode(),
        f"x{canary(9)}".encode("utf-16-le"),
        canary(9).encode().hex().encode(),
        *(base64.b64encode(b"x" * lead + canary(9).encode()) for lead in range(3)),
        gzip.compress(canary(9).encode(), mtime=0),
        zlib.compress(canary(9).encode()),
        b"her number is 621 907 3843",
    ],
)
def test_the_search_finds_a_canary_in_whichever_form(written: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\0" * 1000 + written if written[:1] not in b"\x1f\x78" else written)

    assert found_in(written)
    assert search([tmp_path])


def test_it_finds_none_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(range(256)) * 1000)

    assert search([tmp_path]) == {}


def test_every_request_carries_one() -> None:
    assert all(WORD in a_request(number)[1].decode().lower() for number in range(1, 200))
