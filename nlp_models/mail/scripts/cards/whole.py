"""What do the figures say of the model as a whole: its data, scales, cost and real mail?"""

import json
from collections import Counter
from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import measured, of, table
from nlp_models.mail.scripts.cards.targets import Target, targets
from nlp_models.mail.scripts.layout import METRICS
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

GROUPS = {"tone": "tone", "matter": "matter", "story": "story", "act": "what it does"}


def figures(subject: str, part: str) -> Figures:
    """The figures of a subject for one part."""
    found: Figures = recorded(subject)[part]["figures"]
    return found


def corpus() -> str:
    """The drafts of each writer and the sentences beside them."""
    found = figures("corpus", "public")
    head = list(next(iter(found["drafts"].values())))
    rows = [[writer, *(str(counts[name]) for name in head)] for writer, counts in found["drafts"].items()]
    totals = [str(sum(counts[name] for counts in found["drafts"].values())) for name in head]
    alone = found["sentences"]
    return (
        table(["writer", *head], [*rows, ["all", *totals]])
        + f"\nSentences written on their own: {sum(alone.values())}, by {len(alone)} writers.\n"
    )


def trained_on() -> str:
    """How many rows each source gives to training."""
    counts: dict[str, int] = json.loads((METRICS / "table.json").read_text("utf-8"))
    groups: Counter[str] = Counter()
    for name, count in counts.items():
        source, _, split = name.rpartition(" ")
        if split == "train":
            groups[source.partition("/")[0]] += count
    return table(["source", "rows"], [[name, str(count)] for name, count in groups.most_common()])


def reliable() -> str:
    """The calibration error of each group of labels."""
    rows = []
    for part in ("test", "dev"):
        for group, found in figures("reliability", part).items():
            rows.append([
                f"{part}: {GROUPS[group]}",
                str(found["cells"]),
                f"{found['error']:.4f}",
                f"{found['error_above']:.3f}",
            ])  # fmt: skip
    return table(["labels", "cells", "error", "error of scores above 0.05"], rows)


def reached() -> str:
    """The targets of cost and of real mail."""
    found, mails = figures("cost", "public"), figures("mails", "public")
    cold, changed, load = found["cold_cpu_ms"]["p50"], found["changed_cpu_ms"]["p50"], found["load_s"]
    size, warned, toned = found["package_mb"], mails["warned"], mails["tone_warned"]
    gap = max(max(figures("sameness", part)["largest_difference"].values()) for part in ("test", "dev"))

    def most(what: str, bounds: tuple[float, float], got: float, shown: str, unit: str = "%") -> Target:
        return Target(what, *bounds, got, shown, is_least=False, unit=unit)

    rows = [
        most("a draft of some 300 words, CPU, nothing kept", (45, 15), cold, f"{cold:.1f} ms", " ms"),
        most("the same after one sentence changed", (4, 2), changed, f"{changed:.1f} ms", " ms"),
        most("loading", (2.5, 2.5), load, f"{load:.2f} s", " s"),
        most("committed files", (45, 45), size, f"{size:.1f} MB", " MB"),
        most("the same sentence, largest difference", (0, 0), gap, f"{gap:g}", ""),
        most("real e-mails of UD EWT with any warning", (0.05, 0.03), warned["share"][0], of(warned)),
        most("the same with a tone at 0.8", (0.05, 0.03), toned["share"][0], of(toned)),
    ]
    return targets(rows)


def cost() -> str:
    """What a reader costs."""
    found = figures("cost", "public")

    def pair(kind: str) -> str:
        return f"{found[kind]['p50']:.1f} ms, {found[kind]['p95']:.1f} ms"

    mail = f"{found['words']} words in {found['sentences']} sentences"
    rows = [
        [f"{mail}, nothing kept: CPU, median and 95th", pair("cold_cpu_ms")],
        ["the same on the wall clock", pair("cold_wall_ms")],
        ["one sentence changed (each in turn): CPU", pair("changed_cpu_ms")],
        ["the longest sentence changed: CPU", pair("changed_longest_cpu_ms")],
        ["nothing changed: CPU", pair("again_cpu_ms")],
        ["loading, after the imports", f"{found['load_s']:.2f} s"],
        ["memory that it adds", f"{found['memory_mb']:.0f} MB"],
        ["package on disk", f"{found['package_mb']:.1f} MB"],
        ["load of the machine meanwhile", f"{found['busy']}"],
    ]  # fmt: skip
    return table(["what", "measured"], rows)


def mails() -> str:
    """Every real mail with a warning: by finding or label and by sentence, no text of the set."""
    rows = []
    for hit in figures("mails", "public")["hits"]:
        said = [f"`{piece['finding']}` ({piece['severity']})" for piece in hit["advice"]]
        heard = [
            f"{tone['label']} {tone['score']:.2f} in {tone['sentence'].rpartition('-')[2]}"
            for tone in hit["tones"]
        ]
        rows.append([hit["mail"], ", ".join(said) or "–", ", ".join(heard) or "–"])
    return table(["mail", "advice at warn or above", "tone at 0.8, and the sentence"], rows).replace(
        "---:", "---"
    )


def read_on() -> str:
    """What was measured on what."""
    named = {"cost": "Cost, on a draft put together from the corpus", "mails": "Real mails"}
    return "".join(measured(recorded(subject), ("public",), what) for subject, what in named.items())


SECTIONS: Mapping[str, Callable[[], str]] = {
    "corpus": corpus,
    "trained-on": trained_on,
    "reliability": reliable,
    "whole-targets": reached,
    "cost": cost,
    "mails": mails,
    "whole-measured": read_on,
}
