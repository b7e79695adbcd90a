"""What a command answers, and mail to give it."""

import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from app import cli

MANY = ", ".join(f"office@s{n}.elsewhere.sch.example" for n in range(9))


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    before, sys.argv = sys.argv, ["sendwell", *map(str, words)]
    try:
        with pytest.raises(SystemExit) as left:
            cli.main()
    finally:
        sys.argv = before
    return int(left.value.code or 0), *capfd.readouterr()


def mail(
    to: str = "dana@gmail.com", text: str = "Please reply by Friday.", subject: str = "Visit"
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "P Shah <p.shah@council.example>", to, subject
    message["Date"] = "Tue, 17 Nov 2026 10:00:00 +0000"
    message.set_content(text)
    return message


def saved(folder: Path, message: EmailMessage, name: str = "mail.eml") -> Path:
    file = folder / name
    file.write_bytes(bytes(message))
    return file
