"""What does the reader say of a part of the corpus, and what should it say?

Reads the drafts of the development or of the frozen part with the real reader, slots filled, and the
labelled sentences beside them. The test part is filled with names that no training saw. Only what
stands before a draft's history is read, as in the service.
"""

import json
import random
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.adapters.nlp.reader import SpacyReader
from app.domain.reading import Sentence
from nlp_models.mail.scripts.drafts import Written, read_folder
from nlp_models.mail.scripts.layout import CORPUS, labels, settings
from nlp_models.mail.scripts.people import Filled, Names, fill, test_names, training_names

TONES: list[str] = settings()["labels"]["tone"]
MATTERS: list[str] = settings()["labels"]["matter"]
ACTS: list[str] = settings()["labels"]["act"]
STORY = "story"
ASSERTED = [label for group in ("tone", "matter", "story", "act") for label in settings()["labels"][group]]
"""What the writers of drafts and sentences judged; secrets and routes have lines of their own."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what is asserted of it (a label that is missing is not asserted) and what was read."""

    text: str
    known: Mapping[str, bool]
    scores: Mapping[str, float]

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether any of the labels is asserted present."""
        return any(self.known.get(label) for label in wanted)

    def best(self, wanted: Iterable[str]) -> float:
        """The highest score among the labels."""
        return max(self.scores[label] for label in wanted)


@dataclass(frozen=True)
class ReadDraft:
    """A draft with people in it, as read."""

    filled: Filled
    sentences: tuple[Sentence, ...]

    @property
    def own(self) -> str:
        """What stands before the history."""
        return self.filled.text[: self.filled.history]

    @property
    def genre(self) -> str:
        """From whom to whom."""
        headers = self.filled.written.headers
        return f"{headers['from'].split()[0]} to {headers['to'].split()[0]}".replace(",", "")

    @cached_property
    def cases(self) -> list[Case]:
        """One a sentence. A label belongs to the last sentence that starts before it, as in training."""
        starts = [sentence.start for sentence in self.sentences]
        given: list[set[str]] = [set() for _ in starts]
        for place, named in self.filled.labels:
            if place <= self.filled.history and starts:
                given[max(0, bisect_left(starts, place) - 1)].update(named)
        return [
            Case(
                self.own[sentence.start : sentence.end],
                {label: label in named for label in ASSERTED},
                scores_of(sentence),
            )
            for sentence, named in zip(self.sentences, given, strict=True)
        ]

    @cached_property
    def whole(self) -> Case:
        """The draft as one text: what any of its sentences is."""
        cases = self.cases or [Case("", dict.fromkeys(ASSERTED, False), dict.fromkeys(labels(), 0.0))]
        return Case(
            self.filled.written.id,
            {label: any(case.known[label] for case in cases) for label in ASSERTED},
            {label: max(case.scores[label] for case in cases) for label in labels()},
        )


def scores_of(sentence: Sentence) -> dict[str, float]:
    """Every label's score, by the label's word."""
    scores = dict.fromkeys(labels(), 0.0) | {STORY: sentence.story}
    for heard in (sentence.tone, sentence.matter, sentence.act):
        scores.update((label.value, score) for label, score in heard.items())
    return scores


def read_text(reader: SpacyReader, text: str) -> dict[str, float]:
    """The highest score of each label in a text."""
    found = [scores_of(sentence) for sentence in reader.read(text)]
    return {label: max((scores[label] for scores in found), default=0.0) for label in labels()}


def chance_of(*named: str) -> random.Random:
    """A source of chance that is always the same for the same words."""
    return random.Random(zlib.crc32("\0".join(named).encode()))  # noqa: S311  sampling, not secrets


class Part:
    """The development or the test part of the corpus, read on first use."""

    def __init__(self, name: str, reader: SpacyReader, step: int = 1) -> None:
        """Every `step`-th draft and sentence of the part named `dev` or `test`."""
        self.name = name
        self.reader = reader
        self.step = step

    @property
    def files(self) -> list[Path]:
        """Every file of the part."""
        return sorted([*CORPUS.glob(f"drafts/{self.name}-*/*.txt"), *self._sentence_files])

    @property
    def names(self) -> Names:
        """Whom the slots are filled with."""
        return test_names() if self.name == "test" else training_names(None)

    @cached_property
    def written(self) -> list[Written]:
        """The drafts with open slots."""
        folders = sorted(CORPUS.glob(f"drafts/{self.name}-*"))
        return [draft for folder in folders for draft in read_folder(folder)][:: self.step]

    @cached_property
    def drafts(self) -> list[ReadDraft]:
        """The drafts, read."""
        return [self.read(draft) for draft in self.written]

    @property
    def unread(self) -> Iterator[ReadDraft]:
        """The drafts with people in them, not read."""
        for draft in self.written:
            yield ReadDraft(fill(draft, self.names, chance_of(draft.id, "", "0")), ())

    def read(self, draft: Written, origin: str = "", turn: int = 0) -> ReadDraft:
        """A draft with people of any origin, or of the one named; other people each turn."""
        filled = fill(draft, self.names, chance_of(draft.id, origin, str(turn)), origin)
        return ReadDraft(filled, self.reader.read(filled.text[: filled.history]))

    @property
    def _sentence_files(self) -> list[Path]:
        return sorted(CORPUS.glob(f"sentences/{self.name}-*.jsonl"))

    @cached_property
    def sentences(self) -> list[Case]:
        """The labelled sentences: every label is asserted but those that the writer was unsure of."""
        lines = [line for path in self._sentence_files for line in path.read_text("utf-8").splitlines()]
        return [self._case(json.loads(line)) for line in lines[:: self.step]]

    def _case(self, written: dict[str, list[str] | str]) -> Case:
        text, named = str(written["text"]), set(written["labels"])
        asserted = set(ASSERTED) - (set(written.get("unsure", ())) - named)
        return Case(text, {label: label in named for label in sorted(asserted)}, read_text(self.reader, text))
