"""Which drafts are in these files and folders?

Reads .eml, .txt, .html and mbox files for the command line, one at a time, in order of name; "-" is
one mail from standard input. A file
that cannot be read gives its error in its place, so that one bad file does not stop a whole folder.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.adapters.mail.message import is_message, read_message
from app.adapters.mail.plain import read_html_file, read_text
from app.domain.draft import Draft
from app.domain.errors import DraftError, InputError, TooLargeError

LARGEST = 25 * 1024 * 1024
STANDARD_INPUT = Path("-")
_KINDS = frozenset((".eml", ".txt", ".html", ".htm", ".mbox", ".mbx", ".msg"))
_OUTLOOK_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_MSG = (
    "Outlook's own .msg format cannot be read. Open the message in Outlook, choose File, Save As, and pick "
    "“Text Only” or “HTML”; or drag it from new Outlook or Outlook on the web to get an .eml file."
)


@dataclass(frozen=True, slots=True)
class MailFiles:
    """Reads mail files as drafts.

    `now` is when a draft without a date is sent; `at`, when given, is when every draft is sent.
    Both are timezone-aware.
    """

    now: datetime
    at: datetime | None = None

    def find(self, paths: Iterable[Path]) -> Sequence[Path]:
        """The files meant: files as given, folders opened to the bottom, by name."""
        return [file for path in paths for file in (_in_folder(path) if path.is_dir() else (path,))]

    def read(self, paths: Iterable[Path]) -> Iterator[tuple[str, Draft | InputError]]:
        """A label and a draft, or the reason why there is none, for each message."""
        for path in self.find(paths):
            try:
                if path == STANDARD_INPUT:
                    yield "standard input", self._timed(self._given())
                elif _is_mbox(path):
                    yield from self._mbox(path)
                else:
                    yield str(path), self._timed(self._one(path))
            except InputError as error:
                yield "standard input" if path == STANDARD_INPUT else str(path), error
            except OSError as error:
                yield (
                    str(path),
                    DraftError(
                        f"This file cannot be opened ({error.strerror or 'unknown reason'})."
                        " Look at its name, folder and rights."
                    ),
                )

    def _timed(self, draft: Draft) -> Draft:
        return draft if self.at is None else replace(draft, sending_at=self.at, sending_is_known=True)

    def _given(self) -> Draft:
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large()
        if not data.strip():
            raise DraftError("Nothing came in. Pipe one mail or its text into this command.")
        if data.startswith(_OUTLOOK_MAGIC):
            raise DraftError(_NO_MSG)
        if is_message(data):
            return read_message(data, self.now)
        is_page = data.lstrip().lower().startswith((b"<!doctype html", b"<html"))
        return read_html_file(data, self.now) if is_page else read_text(data, self.now)

    def _one(self, path: Path) -> Draft:
        if path.stat().st_size > LARGEST:
            raise _too_large()
        data = path.read_bytes()
        kind = path.suffix.lower()
        if kind == ".msg" or data.startswith(_OUTLOOK_MAGIC):
            raise DraftError(_NO_MSG)
        if not data.strip():
            raise DraftError("This file is empty.")
        if kind == ".txt":
            return read_text(data, self.now)
        if kind in {".html", ".htm"}:
            return read_html_file(data, self.now)
        return read_message(data, self.now)

    def _mbox(self, path: Path) -> Iterator[tuple[str, Draft | InputError]]:
        for number, data in enumerate(_messages(path), start=1):
            label = f"{path}#{number}"
            try:
                if data is None:
                    raise _too_large()
                yield label, self._timed(read_message(data, self.now))
            except InputError as error:
                yield label, error


def _too_large() -> TooLargeError:
    return TooLargeError(
        f"This message is larger than {LARGEST // (1024 * 1024)} MiB, the most that is read."
    )


def _in_folder(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in _KINDS and not name.startswith("."):
                yield path


def _is_mbox(path: Path) -> bool:
    if path.suffix.lower() in {".mbox", ".mbx"}:
        return True
    if path.suffix.lower() in _KINDS:
        return False
    with path.open("rb") as file:
        return file.read(5) == b"From "


def _messages(path: Path) -> Iterator[bytes | None]:
    """The messages of an mbox file, read line by line; None for one that is too large."""
    lines: list[bytes] = []
    size, after_blank, started = 0, True, False
    with path.open("rb") as file:
        while line := file.readline(LARGEST):
            if after_blank and line.startswith(b"From "):
                if started:
                    yield b"".join(lines) if size <= LARGEST else None
                lines, size, started = [], 0, True
                continue
            after_blank = not line.strip(b"\r\n")
            size += len(line)
            if size <= LARGEST:
                lines.append(
                    line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line
                )
            else:
                lines.clear()
    if started:
        yield b"".join(lines) if size <= LARGEST else None
    elif lines:
        raise DraftError("This does not look like an mbox file: it does not start with a “From ” line.")
