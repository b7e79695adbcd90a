"""Do the figures in the model card agree with what was measured?

Writes the section between the `figures` marks of `card.md` from the files in `metrics/`, so that no
number is typed by hand.
"""

import json
from typing import Any

from nlp_models.mail.scripts.layout import METRICS, MODEL

Figures = dict[str, Any]
OPEN, CLOSE = "<!-- figures: written by scripts/card.py -->\n", "<!-- /figures -->\n"


def percent(triple: list[float]) -> str:
    """A share with its interval."""
    share, low, high = (100 * value for value in triple)
    return f"{share:.1f} % ({low:.1f} to {high:.1f})"


def area(triple: list[float]) -> str:
    """An area with its interval."""
    return f"{triple[0]:.3f} ({triple[1]:.3f} to {triple[2]:.3f})"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def labels_table(figures: Figures) -> str:
    """One row a label."""
    rows = [
        [
            label,
            f"{entry['positive']} / {entry['negative']}",
            area(entry["auc"]),
            area(entry["average_precision"]),
            *(percent(entry[kind][at]) for kind in ("recall", "false_positive") for at in ("0.5", "0.8")),
        ]
        for label, entry in figures.items()
    ]
    head = ["label", "pos / neg", "AUC", "average precision", "found at 0.5", "found at 0.8"]
    return table([*head, "false at 0.5", "false at 0.8"], rows)


def hatecheck_table(figures: Figures) -> str:
    """One row a functional test."""
    names = [name for name in figures["0.5"] if name != "balanced"]
    rows = [[name, percent(figures["0.5"][name]), percent(figures["0.8"][name])] for name in names]
    balanced = [f"{100 * figures[at]['balanced'][0]:.1f} %" for at in ("0.5", "0.8")]
    return table(["test", "right at 0.5", "right at 0.8"], [["balanced", *balanced], *rows])


def alarms_table(figures: Figures) -> str:
    """One row a clean set."""
    rows = [
        [name, str(entry["texts"]), *(percent(entry["flagged"][at]) for at in ("0.5", "0.8"))]
        for name, entry in figures.items()
    ]
    return table(["clean set", "texts", "flagged at 0.5", "flagged at 0.8"], rows)


def bias(figures: Figures) -> str:
    """The identity audit in sentences."""
    lines = []
    for at in ("0.5", "0.8"):
        entry = figures[at]
        worst = ", ".join(f"{word} {100 * share:.1f} %" for word, share in entry["worst"].items())
        spread = 100 * entry["spread"]
        lines.append(
            f"- At {at}: {percent(entry['overall'])} overall, spread {spread:.1f} points; worst {worst}.\n"
        )
    return "".join(lines)


def costs(entry: Figures) -> str:
    """What a reader costs."""
    cold, wall, warm = entry["cold_cpu_ms"], entry["cold_wall_ms"], entry["warm_cpu_ms"]
    return table(
        ["what", "measured"],
        [
            [
                f"a mail of {entry['words']} words, {entry['sentences']} sentences, nothing cached",
                f"{cold['p50']} ms CPU median, {cold['p95']} ms 95th; wall {wall['p50']} / {wall['p95']} ms",
            ],
            ["the same mail again", f"{warm['p50']} ms CPU median, {warm['p95']} ms 95th"],
            ["loading, after `import spacy`", f"{entry['load_s']} s"],
            ["memory added by the reader", f"{entry['rss_added_mb']} MB"],
            ["package on disk", f"{entry['package_mb']} MB"],
        ],
    )


def main() -> None:
    """Rewrite the figures of the card."""
    quality = json.loads((METRICS / "quality.json").read_text("utf-8"))
    calibration = json.loads((METRICS / "calibration.json").read_text("utf-8"))
    fired = calibration["clean_mails_flagged"]
    points = [
        [
            label,
            str(at["advice"]),
            str(at["warn"]),
            *(f"{100 * fired[label][kind]:.2f} %" for kind in ("advice", "warn")),
        ]
        for label, at in calibration["points"].items()
    ]
    anyone = fired["any"]
    points.append(["any", "", "", *(f"{100 * anyone[kind]:.2f} %" for kind in ("advice", "warn"))])
    sections = {
        "Operating points": table(["label", "advice", "warn", "clean mails at advice", "at warn"], points),
        "Authored development part": labels_table(quality["authored_dev"]),
        "Public development rows": labels_table(quality["public_dev"]),
        "Clean text": alarms_table(quality["clean"]),
        "HateCheck, development half": hatecheck_table(quality["hatecheck_dev"]),
        "Identity bias (madlibs, harmless templates)": bias(quality["madlibs"]),
        "Cost": costs(json.loads((METRICS / "cost.json").read_text("utf-8"))),
    }
    written = f"Model {quality['model']}.\n\n" + "\n".join(
        f"### {name}\n\n{body}" for name, body in sections.items()
    )
    card = (MODEL / "card.md").read_text("utf-8")
    before, rest = card.split(OPEN)
    after = rest.split(CLOSE)[1]
    (MODEL / "card.md").write_text(f"{before}{OPEN}\n{written}\n{CLOSE}{after}", "utf-8")


if __name__ == "__main__":
    main()
