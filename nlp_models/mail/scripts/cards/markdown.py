"""How does a figure look in a card?"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from nlp_models.mail.scripts.measure.shares import Figures

NONE = "–"
NEAR = 3  # points


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; columns after the first stand to the right."""
    ruler = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, ruler, *rows))


def percent(triple: Sequence[float]) -> str:
    """A share with its interval, whose ends can be told apart."""
    share, low, high = (100 * value for value in triple)
    places = 1 if high - low < NEAR else 0
    return f"{share:.1f} % ({low:.{places}f}–{high:.{places}f})"


def of(counted: Figures) -> str:
    """A counted share: how many of how many, and the share with its interval."""
    if not counted["of"]:
        return NONE
    return f"{counted['count']} of {counted['of']}, {percent(counted['share'])}"


def share(counted: Figures) -> str:
    """A counted share without the counts."""
    return percent(counted["share"]) if counted["of"] else NONE


def area(triple: Sequence[float] | None) -> str:
    """An area with its interval; nothing where there were too few."""
    return f"{triple[0]:.3f} ({triple[1]:.2f}–{triple[2]:.2f})" if triple else NONE


def rate(figures: Figures, kind: str) -> str:
    """Precision or recall; nothing where there is nothing to divide by."""
    return percent(figures[kind]) if figures["flagged" if kind == "precision" else "there"] else NONE


def labels(figures: Figures) -> str:
    """One row a label: how many there are, the area, precision and recall at both levels."""
    rows = [
        [
            label,
            f"{entry['0.5']['there']} of {entry['texts']}",
            area(entry["auc"]),
            *(rate(entry[at], kind) for at in ("0.5", "0.8") for kind in ("precision", "recall")),
        ]
        for label, entry in figures.items()
    ]
    head = ["label", "there", "AUC", "precision at 0.5", "recall at 0.5", "precision at 0.8", "recall at 0.8"]
    return table(head, rows)


def wrong(figures: Figures, most: int) -> str:
    """Texts of the development part that are missed or wrongly flagged, all our own invention."""
    lines = []
    for label, kinds in figures.items():
        for kind, word in (("missed", "missed"), ("false", "wrongly flagged")):
            for text, score in kinds[kind][:most]:
                said = " ".join(text.split()).replace("|", "\\|")
                shown = said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + " …"
                lines.append([label, word, f"{score:.2f}", f"“{shown}”"])
    return table(["label", "", "score", "text"], lines).replace("---:", "---")


LONGEST = 160


def measured(parts: Figures, wanted: Sequence[str], what: str = "") -> str:
    """Which model was measured, when, and on which files; `what` where a card has several subjects."""
    lines = []
    for name in wanted:
        if name in parts:
            entry = parts[name]
            said = f"{what}, {PARTS[name].lower()}" if what and name != "public" else what or PARTS[name]
            lines.append(
                f"- {said}: model {entry['model']}, reader {entry['reader'][:12]}, "
                f"measured on {_day(entry['date'])}. {_files(entry['data'])}.\n"
            )
    return "".join(lines)


def _files(sums: Mapping[str, str]) -> str:
    """Each folder's files as one: the sha256 of all their sha256, as `metrics/` lists them, shortened."""
    folders: dict[str, list[str]] = {}
    for file in sums:
        folders.setdefault(file.rpartition("/")[0], []).append(file)
    shown = []
    for folder, files in folders.items():
        if len(files) == 1:
            shown.append(f"`{files[0]}` {sums[files[0]][:12]}")
        else:
            whole = hashlib.sha256("".join(sums[file] for file in files).encode()).hexdigest()
            shown.append(f"`{folder}/` {len(files)} files {whole[:12]}")
    return ", ".join(shown)


PARTS = {"test": "Frozen test part", "dev": "Development part", "public": "Public sets"}


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def heard_in_ordinary(figures: Figures) -> str:
    """How often ordinary sentences are taken for a label, by label."""
    rows = [
        [label, str(at["0.5"]["of"]), share(at["0.5"]), share(at["0.8"])] for label, at in figures.items()
    ]
    return table(["label", "sentences", "heard at 0.5", "heard at 0.8"], rows)
