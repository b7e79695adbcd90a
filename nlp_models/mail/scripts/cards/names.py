"""What do the figures say of names?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import measured, of, percent, table
from nlp_models.mail.scripts.cards.targets import Target, targets
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

BOTH = ("test", "dev")
PUBLIC = "people in e-mail, UNER English EWT dev, overlap"


def figures(part: str) -> Figures:
    """The figures of a part."""
    found: Figures = recorded("names")[part]["figures"]
    return found


def reached() -> str:
    """The targets of names."""
    mail, gap = figures("public")["email"], figures("test")["by_origin"]["gap"]
    rows = [
        Target(f"{PUBLIC}: precision", 0.92, 0.95, mail["precision"][0], percent(mail["precision"])),
        Target(f"{PUBLIC}: recall", 0.9, 0.95, mail["recall"][0], percent(mail["recall"])),
        Target("gap in recall between origins", 0.05, 0.03, gap, f"{100 * gap:.1f} points", is_least=False),
    ]
    return targets(rows)


def drafts() -> str:
    """Overlap precision and recall on our drafts and on the public set by genre."""
    rows = [[f"drafts, {part}", *_row(figures(part)["drafts"])] for part in BOTH]
    rows += [[f"UNER English EWT dev, {genre}", *_row(found)] for genre, found in figures("public").items()]
    return table(["text", "names", "precision", "recall"], rows)


def _row(found: Figures) -> list[str]:
    return [str(found["names"]), percent(found["precision"]), percent(found["recall"])]


def by_origin() -> str:
    """Recall by origin on the frozen part, the lowest first."""
    found = figures("test")["by_origin"]
    ordered = sorted(found["origins"].items(), key=lambda pair: pair[1]["share"][0])
    gap = f"{100 * found['gap']:.1f} points"
    intro = (
        f"The {found['drafts']} frozen drafts with open slots, each filled {found['fills']} times with "
        f"people of each origin, whose names no training saw. From best to worst: {gap}.\n\n"
    )
    return intro + table(["origin", "names found"], [[origin, of(entry)] for origin, entry in ordered])


def by_form() -> str:
    """Recall by the form of a name, over all origins."""
    forms = {part: figures(part)["by_origin"]["forms"] for part in BOTH}
    rows = [
        [form, *(of(forms[part][form]) if form in forms[part] else "–" for part in BOTH)]
        for form in sorted({form for part in BOTH for form in forms[part]})
    ]
    return table(["form", *BOTH], rows)


def read_on() -> str:
    """What was measured on what."""
    return measured(recorded("names"), ("test", "dev", "public"))


SECTIONS: Mapping[str, Callable[[], str]] = {
    "names-targets": reached,
    "names-drafts": drafts,
    "names-origins": by_origin,
    "names-forms": by_form,
    "names-measured": read_on,
}
