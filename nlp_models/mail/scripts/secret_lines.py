"""Which lines tell or ask for a secret, and which sentences surely do neither?

`corpus/secrets/train-*.jsonl` holds lines of office mail, each judged to tell a password, PIN, code or key
("told"), to ask the reader for one ("asked"), or neither. The rest of the corpus was written without these
labels in mind: a sentence there is silent of secrets unless a word or a pattern of the credentials check says
otherwise; then nothing is asserted.
"""

from collections.abc import Iterator
from typing import Any

from app.checks.credentials import FINDERS
from app.checks.logins.cues import CODE, PASSWORD
from app.checks.patterns.passages import Passage, Whose
from app.checks.words import whole_any
from app.domain.draft import Field
from nlp_models.mail.scripts.judged_lines import judged_rows
from nlp_models.mail.scripts.layout import settings
from nlp_models.mail.scripts.sources import Cells, Row

SOURCE = "secrets"
KEY = "secret"
LABELS: list[str] = settings()["labels"]["secret"]
TOLD, ASKED = LABELS
OFFICE = frozenset(
    {
        *("sentences", "sentences-swapped", "drafts-train", "drafts-dev", "authored_seed"),
        *("calm", "enron_sentences", "uk_gov_text"),
    }
)
"""Sources of which a sentence without any sign of a secret is known to be silent."""

_SIGN = whole_any(r"""
    log(?:ged|ging)? ?-?(?:in|on)s?|sign(?:ed|ing)?[ -]?in|credentials|creds|user ?names?|user ?ids?
    keys?|unlock(?:s|ed)?|security questions?
""")


def secret_rows() -> Iterator[Row]:
    """Every judged line; only the two labels are asserted."""
    yield from judged_rows(SOURCE, _told_or_asked)


def _told_or_asked(written: dict[str, Any]) -> Cells:
    said = written[KEY]
    return {TOLD: int(said == "told"), ASKED: int(said == "asked")}


def silent(text: str) -> Cells:
    """Both labels asserted absent; nothing where a sign of a secret stands in the text."""
    return dict.fromkeys(LABELS, None if _has_sign(text) else 0)


def _has_sign(text: str) -> bool:
    if any(sign.search(text) for sign in (PASSWORD, CODE, _SIGN)):
        return True
    passage = Passage(Field.BODY, Whose.OWN, text)
    return any(next(find(passage), None) is not None for _, find in FINDERS)
