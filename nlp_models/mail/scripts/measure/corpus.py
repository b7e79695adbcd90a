"""How much was written, and by how many?

Counts of drafts and sentences for each writer; figures only, of the frozen part too.
"""

from pathlib import Path

from nlp_models.mail.scripts.drafts import STORY, TONES, read_folder
from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.shares import Figures


def files() -> list[Path]:
    """Every draft and sentence file."""
    return sorted([*CORPUS.glob("drafts/*/*.txt"), *CORPUS.glob("sentences/*.jsonl")])


def measure() -> Figures:
    """Drafts by writer, sentences by file."""
    return {
        "drafts": {folder.name: _of(folder) for folder in sorted((CORPUS / "drafts").iterdir())},
        "sentences": {
            path.stem: sum(bool(line.strip()) for line in path.read_text("utf-8").splitlines())
            for path in sorted(CORPUS.glob("sentences/*.jsonl"))
        },
    }


def _of(folder: Path) -> Figures:
    drafts = list(read_folder(folder))
    given = [{label for _, labels in draft.labels for label in labels} for draft in drafts]
    return {
        "drafts": len(drafts),
        "with a tone fault": sum(bool(labels & set(TONES)) for labels in given),
        "with a story": sum(STORY in labels for labels in given),
        "words": sum(len(draft.text.split()) for draft in drafts),
    }
