"""The process that reads a file is killed while it reads: the file counts as not read, and the service goes on."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters.documents.reader import ApartReader
from app.website_ports import Words
from tests.adapters.documents.test_reader import WORD, pdf

LONG = pdf(*(f"page {n} " * 200 for n in range(400)))


def reading_now() -> list[int]:
    """Processes that read a file for this one."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
            said = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and b"app.adapters.documents.reader" in said:
            found.append(int(place.name))
    return found


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_file_whose_reader_dies_was_not_read(how: signal.Signals) -> None:
    reader, end = ApartReader(), time.monotonic() + 30
    with ThreadPoolExecutor(1) as aside:
        read = aside.submit(reader.read, "pdf", LONG)
        while not (found := reading_now()):
            assert time.monotonic() < end, "nobody reads"
            assert not read.done(), "it was read before it could be killed"
        os.kill(found[0], how)
        assert read.result(30) == Words()

    assert "Ellie Hartwell" in reader.read("docx", WORD).text
