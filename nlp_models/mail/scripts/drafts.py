"""What does a corpus draft say, and is it written as the guide asks?

Reads the `.txt` files of `corpus/drafts` (see `corpus/GUIDE.md`): headers, names in square brackets, labels
in braces after a sentence. Run with a folder it prints every fault of form with its line, and a table.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp_models.mail.scripts.layout import labels, settings

TONES: list[str] = settings()["labels"]["tone"]
STORY = "story"
LABELS = labels()

HEADERS = ("genre", "from", "to", "From", "To", "Subject")
PARTIES = frozenset({"staff", "school", "parent", "partner", "all-schools", "all-staff"})
HISTORY = re.compile(  # the forms that the corpus uses; the service has its own reader of histories
    r"^[ \t]*(?:-{3,} ?(?:Original Message|Forwarded)|_{10,}|>|From: .*\n(?:Sent|Date): |On .{5,80} wrote:)",
    re.MULTILINE,
)
_MARK = re.compile(r"\[([PLO]) ([^\[\]\n]{1,80})\]|\{([a-z -]{1,80})\}")
_SLOT = re.compile(
    r"\*(child|staff|parent|person|school|town)(\d{0,2})(?:\.(first|last|title|comma|lower|sibling\d))?$"
)
_ODD = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A name in a draft: code points of the text, end excluded; `slot` is empty for a name as written."""

    kind: str
    start: int
    end: int
    slot: str


@dataclass(frozen=True, slots=True)
class Written:
    """A draft with its slots still open: `text` holds `*child1` where a name will stand."""

    id: str
    writer: str
    headers: dict[str, str]
    subject: str
    subject_marks: tuple[Mark, ...]
    text: str
    marks: tuple[Mark, ...]
    labels: tuple[tuple[int, tuple[str, ...]], ...]
    """Place after a sentence, and what that sentence is."""

    @property
    def history(self) -> int:
        """Where the quoted thread starts; the length of the text when there is none."""
        found = HISTORY.search(self.text)
        return found.start() if found else len(self.text)


def read_file(path: Path) -> tuple[list[Written], list[str]]:
    """The drafts of a file, and what is wrong with it."""
    drafts: list[Written] = []
    faults: list[str] = []
    blocks = re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)
    line = blocks[0].count("\n") + 1
    if blocks[0].strip():
        faults.append(f"{path}:1: text before the first '=== id'")
    for block in blocks[1:]:
        found: list[str] = []
        drafts.append(_read(block, path.parent.name, found))
        faults.extend(f"{path}:{line} ({drafts[-1].id}): {fault}" for fault in found)
        line += block.count("\n")
    return drafts, faults


def _read(block: str, writer: str, faults: list[str]) -> Written:
    head, _, body = block.partition("\n\n")
    name, *lines = head.splitlines()
    headers: dict[str, str] = {}
    for entry in lines:
        key, colon, value = entry.partition(":")
        if not colon or key not in HEADERS:
            faults.append(f"not a header line: {entry[:60]!r}")
        headers[key] = value.strip()
    faults.extend(f"no {key}: line" for key in ("genre", "from", "to") if not headers.get(key))
    faults.extend(
        f"{key}: is none of {', '.join(sorted(PARTIES))}"
        for key in ("from", "to")
        if headers.get(key) and not set(re.split(r"[ ,/+]+", headers[key])) <= PARTIES
    )
    subject, subject_marks, _ = unmarked(headers.pop("Subject", ""), faults)
    for key in ("From", "To"):
        if key in headers:
            headers[key] = unmarked(headers[key], faults)[0]
    text, marks, given = unmarked(body.strip("\n"), faults)
    if not text.strip():
        faults.append("no body")
    return Written(
        name.strip(), writer, headers, subject, tuple(subject_marks), text, tuple(marks), tuple(given)
    )


def unmarked(marked: str, faults: list[str]) -> tuple[str, list[Mark], list[tuple[int, tuple[str, ...]]]]:
    """The text without its marks, the names, and the labels with the place they stand at."""
    parts: list[str] = []
    marks: list[Mark] = []
    given: list[tuple[int, tuple[str, ...]]] = []
    length = at = 0
    for found in _MARK.finditer(marked):
        between = marked[at : found.start()]
        if found[3] is not None:
            between = between.rstrip(" ")
        parts.append(between)
        length += len(between)
        at = found.end()
        if found[3] is not None:
            named = tuple(found[3].split())
            faults.extend(f"no such label: {label}" for label in named if label not in LABELS)
            given.append((length, tuple(label for label in named if label in LABELS)))
            if parts and at < len(marked) and marked[at] not in " \n\t":
                faults.append(f"no space after {{{found[3]}}}")
            continue
        inside = found[2]
        is_slot = inside.startswith("*")
        if is_slot and not _SLOT.match(inside):
            faults.append(f"no such slot: {inside}")
        parts.append(inside)
        marks.append(Mark(found[1], length, length + len(inside), inside if is_slot else ""))
        length += len(inside)
    parts.append(marked[at:])
    text = "".join(parts)
    named_places = {place for mark in marks for place in range(mark.start, mark.end)}
    faults.extend(
        f"a bracket or brace that is no mark: {text[max(0, odd.start() - 20) : odd.end() + 20]!r}"
        for odd in _ODD.finditer(text)
        if odd.start() not in named_places
    )
    return text, marks, given


def read_folder(folder: Path) -> Iterator[Written]:
    """Every draft under a folder; a fault of form stops the reading."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*.txt")):
        drafts, faults = read_file(path)
        faults.extend(f"{path}: {draft.id} stands twice" for draft in drafts if draft.id in seen)
        if faults:
            raise SystemExit("\n".join(faults))
        seen.update(draft.id for draft in drafts)
        yield from drafts


def main() -> int:
    """Check the folders given."""
    faults: list[str] = []
    sentences: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    ids: Counter[str] = Counter()
    for path in sorted(found for name in sys.argv[1:] for found in Path(name).rglob("*.txt")):
        drafts, wrong = read_file(path)
        faults.extend(wrong)
        for draft in drafts:
            ids[draft.id] += 1
            carried = {label for _, given in draft.labels for label in given}
            sentences.update(label for _, given in draft.labels for label in given)
            whole.update(carried)
            whole["any tone"] += bool(carried & set(TONES))
    faults.extend(f"{name} stands {count} times" for name, count in ids.items() if count > 1)
    sys.stdout.write(
        "\n".join(
            [
                *faults,
                f"{len(ids)} drafts, {whole['any tone']} with a tone fault, {whole[STORY]} with a story",
                "",
            ]
        )
    )
    sys.stdout.writelines(
        f"{label:16} {sentences[label]:5} sentences in {whole[label]:4} drafts\n" for label in LABELS
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
