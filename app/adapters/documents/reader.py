"""How are the words of a file read that somebody may have made to do harm?

By a process of its own, which has little memory, little time, no settings of ours and may write nothing:

    python -m app.adapters.documents.reader KIND < file

It answers ``whole`` or ``part`` on the first line, the words after it. Whatever it does instead, the file
counts as not read, and the service goes on.
"""

import resource
import subprocess
import sys

from app.website_ports import Read, Words

WORDS_MAX = 1_000_000
KINDS = frozenset({"pdf", "docx", "pptx", "xlsx", "odt", "ods"})
_MEMORY = 1 << 30
_CPU_SECONDS = 20
_SECONDS = 40.0


class ApartReader:
    """Reads each file in a process that is gone afterwards."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        """`seconds` is how long one file may take."""
        self._seconds = seconds

    def read(self, kind: str, content: bytes) -> Words:
        """Raises nothing."""
        if kind not in KINDS:
            return Words()
        try:
            done = subprocess.run(  # noqa: S603 (ourselves, with a kind from the list above)
                [sys.executable, "-I", "-m", "app.adapters.documents.reader", kind],
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={},
                timeout=self._seconds,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            return Words()
        head, _, words = done.stdout.decode("utf-8", "replace").partition("\n")
        if not words.strip():
            return Words()  # only pictures, which nobody read
        return Words(words, Read.WHOLE if head == Read.WHOLE.value else Read.PART)


def main() -> int:
    """Read the file on the standard input."""
    _be_modest()
    from app.adapters.documents.office_words import TooMuchError, office_words  # noqa: PLC0415 - under the limits
    from app.adapters.documents.pdf_words import pdf_words  # noqa: PLC0415 - likewise

    kind, content = sys.argv[1], sys.stdin.buffer.read()
    found, left, read = list[str](), WORDS_MAX, Read.WHOLE
    pieces = pdf_words(content) if kind == "pdf" else office_words(kind, content)
    try:
        while left >= 0:
            piece = next(pieces, None)
            if piece is None:
                break
            found.append(piece[:left])
            left -= len(piece)
        else:
            read = Read.PART
    except TooMuchError:
        read = Read.PART
    except ValueError:
        return 1
    words = f"{read.value}\n{''.join(found)}"
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    return 0


def _be_modest() -> None:
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
