"""Which ordinary mails sound like work, though they were written to look bad?

The drafts of the language model's own corpus in which nobody wrote a fault of tone: fair letters about work, sad news,
hard subjects in good order. None of them was flagged, so none is to sound as if it should be passed on.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.checks.sounding import features
from app.domain.reading import Tone
from tests.road import real_meanings, see

LEARNT, MEASURED = "dev-e", "dev-r"
"""Whose drafts are learnt from, and whose only measure."""
_DRAFTS = Path(__file__).parents[2] / "nlp_models/mail/corpus/drafts"
_LABELS = re.compile(r"\{([a-z -]+)\}")
_MARKS = re.compile(r"\{[a-z -]+\}|\[[PLO] \*?|\]")
_SUBJECT = re.compile(r"^Subject: (.*)$", re.MULTILINE)
_FAULTS = {tone.value for tone in Tone} - {Tone.URGENCY, Tone.FESTIVE}


def ordinary(writer: str) -> Iterator[Sequence[float]]:
    """What is weighed of how each sounds."""
    vectors = real_meanings().of
    for mail in in_order(writer):
        yield features(see({**mail, "reader": "real"}, checks=())[0], vectors)


def in_order(writer: str, without: Collection[str] = _FAULTS) -> Iterator[Mapping[str, Any]]:
    """Subject and text, to a parent, of each in which nobody wrote what has one of these labels."""
    for file in sorted((_DRAFTS / writer).glob("*.txt")):
        for draft in file.read_text(encoding="utf-8").split("=== ")[1:]:
            head, _, body = draft.partition("\n\n")
            labels = {label for marked in _LABELS.findall(body) for label in marked.split()}
            if labels.isdisjoint(without):
                subject = "".join(_SUBJECT.findall(head)[:1])
                yield {"subject": _plain(subject), "body": _plain(body), "to": ["a parent"]}


def _plain(marked: str) -> str:
    return _MARKS.sub("", marked)
