"""What do the figures say of names?"""

from collections.abc import Callable, Iterator, Mapping

from nlp_models.mail.scripts.cards.markdown import measured, of, percent, table
from nlp_models.mail.scripts.cards.targets import Target, targets
from nlp_models.mail.scripts.measure.names import WHOLE_MAILS
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

BOTH = ("test", "dev")
WAYS = {"model": "network alone", "road": "with the rules beside it"}
PUBLIC = "people in e-mail, UNER English EWT dev, overlap"


def figures(part: str) -> Figures:
    """The figures of a part."""
    found: Figures = recorded("names")[part]["figures"]
    return found


def reached() -> str:
    """The targets of names."""
    mail, whole_mails = (figures("public")[way] for way in ("email", WHOLE_MAILS))
    gap, whole = (figures("test")[way]["by_origin"]["gap"] for way in WAYS)
    rows = [
        *_of_mail(f"{PUBLIC}, whole mails, {WAYS['road']}", whole_mails),
        *_of_mail(f"{PUBLIC}, sentence by sentence, {WAYS['model']}", mail),
        Target(f"gap between origins, {WAYS['model']}", 0.05, 0.03, gap, points(gap), is_least=False),
        Target(f"gap between origins, {WAYS['road']}", 0.05, 0.03, whole, points(whole), is_least=False),
    ]
    return targets(rows)


def _of_mail(what: str, found: Figures) -> Iterator[Target]:
    for name, must in (("precision", 0.92), ("recall", 0.9)):
        yield Target(f"{what}: {name}", must, 0.95, found[name][0], percent(found[name]))


def points(gap: float) -> str:
    """A gap between two shares."""
    return f"{100 * gap:.1f} points"


def drafts() -> str:
    """Overlap precision and recall on our drafts and on the public set by genre."""
    rows = [
        [f"drafts, {part}, {name}", *_row(figures(part)[way]["drafts"])]
        for part in BOTH
        for way, name in WAYS.items()
    ]
    rows += [[f"UNER English EWT dev, {genre}", *_row(found)] for genre, found in figures("public").items()]
    return table(["text", "names", "precision", "recall"], rows)


def _row(found: Figures) -> list[str]:
    return [str(found["names"]), percent(found["precision"]), percent(found["recall"])]


def by_origin() -> str:
    """Recall by origin on the frozen part, the lowest first."""
    model, road = (figures("test")[way]["by_origin"] for way in WAYS)
    ordered = sorted(model["origins"], key=lambda origin: model["origins"][origin]["share"][0])
    intro = (
        f"The {model['drafts']} frozen drafts with open slots, filled with people of each origin in turn "
        f"({model['fills']} times), whose names no training saw. From best to worst: {points(model['gap'])} "
        f"for the network alone, {points(road['gap'])} with the rules.\n\n"
    )
    rows = [[origin, of(model["origins"][origin]), of(road["origins"][origin])] for origin in ordered]
    return intro + table(["origin", *WAYS.values()], rows)


def by_form() -> str:
    """Recall by the form of a name, over all origins, on the frozen part."""
    model, road = (figures("test")[way]["by_origin"]["forms"] for way in WAYS)
    return table(["form", *WAYS.values()], [[form, of(model[form]), of(road[form])] for form in model])


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
