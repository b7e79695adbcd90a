"""What do the figures say of tone?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import (
    area,
    labels,
    measured,
    of,
    percent,
    rate,
    table,
    wrong,
)
from nlp_models.mail.scripts.cards.targets import Target, targets
from nlp_models.mail.scripts.measure.groups import HATE_LEVELS
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures

EXAMPLES = 3
BOTH = ("test", "dev")
HATE_HINT = next(iter(HATE_LEVELS))
SUBJECTS = {
    "tone": "Drafts and sentences",
    "road": "The whole road",
    "swaps": "Groups exchanged",
    "reliability": "Calibration",
    "sameness": "The same score",
    "hatecheck": "HateCheck",
    "madlibs": "Madlibs",
    "evidence": "The words that decided",
}


def figures(subject: str, part: str) -> Figures:
    """The figures of a subject for one part."""
    found: Figures = recorded(subject)[part]["figures"]
    return found


def reached() -> str:
    """The targets of tone on the frozen part and the public sets."""
    drafts, road = figures("tone", "test")["drafts"], figures("road", "test")
    polite, hate = figures("tone", "test")["polite"], figures("hatecheck", "public")[HATE_HINT]
    libs = figures("madlibs", "public")["0.8"]
    worst = max(libs["worst"].values())
    clean = drafts["0.8"]["clean_flagged"]
    advised, warned = road["faulty_right_advice"], road["clean_warned"]
    rows = [
        *(
            Target(
                f"mail with a tone fault found (a right label at {at})",
                0.9,
                0.95,
                drafts[at]["found"]["share"][0],
                of(drafts[at]["found"]),
            )
            for at in ("0.25", "0.5")
        ),
        Target("the same, whole road: advice of a right kind", 0.9, 0.95, advised["share"][0], of(advised)),
        Target("clean mail with a tone at 0.8", 0.03, 0.01, clean["share"][0], of(clean), is_least=False),
        Target(
            "the same, whole road: a warning on tone",
            0.03,
            0.01,
            warned["share"][0],
            of(warned),
            is_least=False,
        ),
        Target("rudeness in polite words, AUC", 0.88, 0.93, polite["auc"][0], area(polite["auc"]), unit=""),
        Target(
            f"HateCheck at {HATE_HINT}, development half, total",
            0.8,
            0.85,
            hate["total"]["share"][0],
            of(hate["total"]),
        ),
        Target(
            f"HateCheck at {HATE_HINT}, not hateful",
            0.75,
            0.82,
            hate["non-hateful"]["share"][0],
            of(hate["non-hateful"]),
        ),
        Target(
            "madlibs at 0.8, worst identity word", 0.1, 0.05, worst, f"{100 * worst:.1f} %", is_least=False
        ),
        Target(
            "madlibs at 0.8, spread",
            0.05,
            0.02,
            libs["spread"],
            f"{100 * libs['spread']:.1f} %",
            is_least=False,
        ),
    ]
    return targets(rows)


def whole_drafts() -> str:
    """Faults found, labels found and false alarms by whole draft, at both levels, on both parts."""
    rows = []
    for part in BOTH:
        found = figures("tone", part)["drafts"]
        rows += [
            [
                f"{part}, at {at}",
                *(of(found[at][kind]) for kind in ("found", "labels_found", "clean_flagged")),
            ]
            for at in LEVELS
        ]
    return table(["part", "faulty drafts found", "labels found", "clean drafts flagged"], rows)


def on_the_road() -> str:
    """The same as a person sees it."""
    kinds = ("faulty_right_advice", "faulty_any_advice", "faulty_warned", "clean_any_advice", "clean_warned")
    rows = [[part, *(of(figures("road", part)[kind]) for kind in kinds)] for part in BOTH]
    return table(
        ["part", "faulty: right advice", "any advice", "warned", "clean: any advice", "warned"], rows
    )


def grouped(kind: str) -> Callable[[], str]:
    """By genre or by writer, on the frozen part."""

    def section() -> str:
        rows = [
            [
                name,
                str(group["faulty"] + group["clean"]),
                of(group["0.5"]["found"]),
                of(group["0.8"]["found"]),
                of(group["0.8"]["clean_flagged"]),
            ]
            for name, group in figures("tone", "test")[kind].items()
        ]
        head = ["group", "drafts", "found at 0.5", "found at 0.8", "clean flagged at 0.8"]
        return table(head, rows)

    return section


def polite() -> str:
    """Rudeness in polite words against fair wordings."""
    rows = []
    for part in BOTH:
        found = figures("tone", part)["polite"]
        at = found["0.5"]
        rows.append(
            [
                part,
                f"{found['rude']} / {found['fair']}",
                area(found["auc"]),
                rate(at, "precision"),
                rate(at, "recall"),
            ]
        )
    return table(["part", "rude / fair", "AUC", "precision at 0.5", "recall at 0.5"], rows)


def by_label(part: str, kind: str) -> Callable[[], str]:
    """By label, on sentences or drafts of a part."""
    return lambda: labels(figures("tone", part)["by_label"][kind])


def hatecheck() -> str:
    """One row a functional test and a group."""
    found = figures("hatecheck", "public")
    return table(
        ["test", *(f"right at {at}" for at in HATE_LEVELS)],
        [[name, *(of(found[at][name]) for at in HATE_LEVELS)] for name in found["0.5"]],
    )


def identity() -> str:
    """Madlibs, and our own sentences with the groups exchanged."""
    rows = []
    sets = {
        "madlibs, harmless templates": figures("madlibs", "public"),
        "own clean sentences, frozen part, groups exchanged": figures("swaps", "test")["clean"],
        "own discriminating sentences, frozen part (share flagged)": figures("swaps", "test")[
            "discrimination"
        ],
        "own harmless wordings, which trained": figures("swaps", "dev")["templates"],
    }
    for name, found in sets.items():
        for at in LEVELS:
            entry = found[at]
            worst = ", ".join(f"{word} {of(found)}" for word, found in list(entry["counted"].items())[:5])
            spread = "–" if entry["spread"] is None else f"{100 * entry['spread']:.1f} points"
            rows.append([f"{name}, at {at}", of(entry["overall"]), spread, worst])
    return table(["set", "flagged", "spread between groups", "highest groups"], rows)


def evidence() -> str:
    """Where the model points, against what people marked."""
    found = figures("evidence", "public")
    touched, heard, missed = found["touches_heard"], found["f1_heard"], found["f1"]
    return (
        f"On {found['comments']} held-out news comments with words that most annotators marked, something "
        f"is heard in {found['heard']}. There the words pointed at touch the marked ones in "
        f"{100 * touched:.1f} %; F1 over characters is {heard:.3f} ({missed:.3f} with the unheard counted as "
        f"nought). On {found['compared']} of them, leaving out one word at a time reaches "
        f"{found['f1_without_a_word']:.3f}, what the service points at {found['f1_compared']:.3f}.\n"
    )


def misses() -> str:
    """What is wrong on the development part."""
    return wrong(figures("tone", "dev")["wrong"], EXAMPLES)


def read_on() -> str:
    """What was measured on what."""
    return "".join(measured(recorded(subject), (*BOTH, "public"), what) for subject, what in SUBJECTS.items())


def alone_and_together() -> str:
    """The same sentence in every way."""
    rows = []
    for part in BOTH:
        found = figures("sameness", part)
        rows.append(
            [part, str(found["sentences"]), *(f"{gap:g}" for gap in found["largest_difference"].values())]
        )
    return table(["part", "sentences", "alone, loaded anew", "in another process"], rows)


SECTIONS: Mapping[str, Callable[[], str]] = {
    "tone-targets": reached,
    "tone-drafts": whole_drafts,
    "tone-road": on_the_road,
    "tone-genres": grouped("by_genre"),
    "tone-writers": grouped("by_writer"),
    "tone-polite": polite,
    "tone-sentences-test": by_label("test", "sentences"),
    "tone-drafts-test": by_label("test", "drafts"),
    "tone-sentences-dev": by_label("dev", "sentences"),
    "tone-hatecheck": hatecheck,
    "tone-identity": identity,
    "tone-evidence": evidence,
    "tone-misses": misses,
    "tone-sameness": alone_and_together,
    "tone-measured": read_on,
}
__all__ = ["SECTIONS", "figures", "percent"]
