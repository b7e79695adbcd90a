"""What do the figures say of private stories and their matters?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import area, labels, measured, of, rate, table, wrong
from nlp_models.mail.scripts.cards.targets import Target, targets
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

BOTH = ("test", "dev")
EXAMPLES = 4
VIEWS = {
    "sentences_of_drafts": "sentences of drafts",
    "written_sentences": "written pairs",
    "among_matters": "among sentences that carry a matter",
    "drafts": "whole drafts",
}


def figures(part: str) -> Figures:
    """The figures of a part."""
    found: Figures = recorded("stories")[part]["figures"]
    return found


def reached() -> str:
    """The targets of stories: policy, adverts and all other mail are the negatives."""
    rows = []
    for view in ("among_matters", "drafts"):
        at = figures("test")[view]["0.5"]
        rows.append(
            Target(f"{VIEWS[view]}, at 0.5: precision", 0.9, 0.95, at["precision"][0], rate(at, "precision"))
        )
        rows.append(Target(f"{VIEWS[view]}, at 0.5: recall", 0.85, 0.92, at["recall"][0], rate(at, "recall")))
    road = recorded("road")["test"]["figures"]["stories"]
    for kind, must, aim in (("precision", 0.9, 0.95), ("recall", 0.85, 0.92)):
        rows.append(
            Target(f"whole road, advice on a story: {kind}", must, aim, road[kind][0], rate(road, kind))
        )
    return targets(rows)


def views() -> str:
    """Precision and recall of a story in every view."""
    rows = []
    for part in BOTH:
        for view, name in VIEWS.items():
            found = figures(part)[view]
            rows.append([
                f"{part}: {name}",
                f"{found['0.5']['there']} of {found['texts']}",
                area(found["auc"]),
                *(rate(found[at], kind) for at in ("0.5", "0.8") for kind in ("precision", "recall")),
            ])  # fmt: skip
    head = ["texts", "there", "AUC", "precision at 0.5", "recall at 0.5", "precision at 0.8", "recall at 0.8"]
    return table(head, rows)


def by_matter() -> str:
    """Stories found, and policy taken for a story, by matter."""
    test = figures("test")
    rows = [
        [matter, of(found["0.5"]), of(found["0.8"]), of(test["policy_taken_for_story"][matter]["0.5"])]
        for matter, found in test["by_matter"].items()
    ]
    rows.append(["any", "", "", of(test["policy_taken_for_story"]["any"]["0.5"])])
    head = [
        "matter",
        "stories found at 0.5",
        "stories found at 0.8",
        "policy or news taken for a story at 0.5",
    ]
    return table(head, rows)


def by_genre() -> str:
    """Who writes to whom, on the frozen part."""
    rows = [
        [genre, *(of(found[kind][at]) for kind in ("found", "flagged") for at in ("0.5", "0.8"))]
        for genre, found in figures("test")["by_genre"].items()
    ]
    head = ["genre", "found at 0.5", "found at 0.8", "without a story, flagged at 0.5", "at 0.8"]
    return table(head, rows)


def matters() -> str:
    """The matters themselves."""
    return labels(figures("test")["matters"]["sentences"])


def misses() -> str:
    """What is wrong on the development part."""
    found = figures("dev")["wrong"]
    return (
        wrong({"story": found["story"]}, EXAMPLES * 2)
        + "\n"
        + wrong({label: kinds for label, kinds in found.items() if label != "story"}, 1)
    )


def read_on() -> str:
    """What was measured on what."""
    return measured(recorded("stories"), BOTH) + measured(recorded("road"), BOTH, "The whole road")


SECTIONS: Mapping[str, Callable[[], str]] = {
    "stories-targets": reached,
    "stories-views": views,
    "stories-matters": by_matter,
    "stories-genres": by_genre,
    "matters-test": matters,
    "stories-misses": misses,
    "stories-measured": read_on,
}
