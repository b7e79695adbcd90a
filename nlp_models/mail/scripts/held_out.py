"""Which public texts measure the model, and never train its tone?

Readers for the held-out parts of the data folder. `calibrate` fits on the even half of the Enron test
split, on held-out government text and on polite requests; the mails of the treebank are for `evaluate`
alone (the words of its train split teach names, never tone).
"""

import csv
import gzip
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nlp_models.mail.scripts.prepare import masked
from nlp_models.mail.scripts.sources import Lexicon

SHORT_LINE = 30


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a zipped table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def enron_test(data: Path, half: int) -> list[str]:
    """Half 0 or 1 of the sentences of real work mail that no training saw."""
    texts = [
        row["text"] for row in rows(data / "enron_sentences/email_intent.csv.gz") if row["split"] == "test"
    ]
    return texts[half::2]


def polite_requests(data: Path) -> list[str]:
    """Held-out requests that five people found polite: talk, with questions and first persons."""
    path = data / "stanford_politeness/stanford_politeness.csv.gz"
    return [row["text"] for row in rows(path) if row["q"] == "polite" and row["split"] == "dev"]


def office_web_test(data: Path) -> list[str]:
    """Held-out sentences of government service text."""
    return [row["text"] for row in rows(data / "uk_gov_text/uk_gov_text.csv.gz") if row["split"] == "test"]


def clean_texts(data: Path) -> list[str]:
    """Real texts without a tone, which the scales are fitted on beside the corpus; quotations masked."""
    swearing = Lexicon(data)
    real = [text for text in enron_test(data, 0) if swearing.obscenity(text) != 1]  # with one it is not clean
    return [masked(text) for text in (*real, *office_web_test(data), *polite_requests(data))]


@dataclass(slots=True)
class TreebankMail:
    """A real e-mail put together from the treebank, with the place of each sentence."""

    id: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    def sentence_at(self, place: int) -> str:
        """The id of the sentence at a place of the text."""
        return self.sentences[max(0, bisect_right(self.starts, place) - 1)]


def treebank_files(data: Path) -> list[Path]:
    """The files that hold the treebank."""
    return sorted((data / "pii/ud_english_ewt").glob("*.conllu"))


def treebank_mails(data: Path) -> list[TreebankMail]:
    """Every e-mail of the treebank, in the order of the files; paragraphs stand apart by an empty line."""
    mails: list[TreebankMail] = []
    for path in treebank_files(data):
        is_mail, gap, sentence = False, "", ""
        for line in path.read_text("utf-8").splitlines():
            key, _, value = line.partition(" = ")
            if key == "# newdoc id":
                is_mail, gap = value.startswith("email-"), ""
                if is_mail:
                    mails.append(TreebankMail(value))
            elif line.startswith("# newpar"):
                gap = "\n\n"
            elif key == "# sent_id":
                sentence = value
            elif key == "# text" and is_mail:
                mail = mails[-1]
                mail.text += gap if mail.text else ""
                mail.starts.append(len(mail.text))
                mail.sentences.append(sentence)
                mail.text += value
                is_prose = value[-1:] in set(".!?") and len(value) > SHORT_LINE
                gap = " " if is_prose else "\n"  # a greeting, a heading or a name stands on its own line
    return mails
