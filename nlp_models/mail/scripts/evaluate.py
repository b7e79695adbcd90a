"""How good is the packaged model, rules and calibration included?

    python -m nlp_models.mail.scripts.evaluate [--part dev|test|public] [--only SUBJECT ...] [--errors]

Measures the package exactly as the service runs it and writes `metrics/<subject>.json`. The parts `dev` and
`test` are of the corpus; `public` are the data sets of others. `--errors` shows wrong texts, of the
development part only: the frozen part gives figures and never a text. With `--step`, every N-th text: for
trying, not for the cards.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from app.adapters.nlp.package import open_package
from app.adapters.nlp.reader import SpacyReader
from nlp_models.mail.scripts import frozen, held_out
from nlp_models.mail.scripts.layout import CORPUS, PACKAGE, data_folder
from nlp_models.mail.scripts.measure import (
    announcements,
    corpus,
    cost,
    evidence,
    groups,
    names,
    reliability,
    road,
    routes,
    sameness,
    secrets,
    stories,
    tone,
)
from nlp_models.mail.scripts.measure.parts import Part
from nlp_models.mail.scripts.measure.record import record
from nlp_models.mail.scripts.measure.shares import Figures

COMPARED = 150  # comments on which leaving out words is tried
SAME = 400  # sentences read again in every way


def of_corpus(part: Part, step: int) -> Mapping[str, Callable[[], Figures]]:
    """What is measured on a part of the corpus."""

    def on_the_road() -> Figures:
        with road.road(part.reader) as whole:
            return road.drafts(whole, part.drafts)

    def of_names() -> Figures:
        with road.road(part.reader) as whole:
            return names.measure(part, whole, step)

    def of_secrets() -> Figures:
        with road.road(part.reader) as whole:
            return secrets.measure(part, whole)

    def reliable() -> Figures:
        clean = held_out.clean_texts(data_folder() / "tone") if part.name == "dev" else ()
        return reliability.measure(part, PACKAGE, clean)

    return {
        "tone": lambda: tone.measure(part),
        "stories": lambda: stories.measure(part),
        "announcements": lambda: announcements.measure(part),
        "names": of_names,
        "swaps": lambda: groups.swaps(part),
        "reliability": reliable,
        "road": on_the_road,
        "sameness": lambda: sameness.measure(PACKAGE, part.drafts, SAME),
        "secrets": of_secrets,
        "routes": lambda: routes.measure(part),
    }


def of_public(reader: SpacyReader, data: Path, step: int) -> Mapping[str, Callable[[], Figures]]:
    """What is measured on the sets of others, and the cost."""

    def mails() -> Figures:
        with road.road(reader) as whole:
            return road.mails(whole, held_out.treebank_mails(data)[::step])

    def named() -> Figures:
        with road.road(reader) as whole:
            return names.public(reader, whole, data)

    def spans() -> Figures:
        return evidence.measure(reader, open_package(PACKAGE), data, step, COMPARED // step)

    def costs() -> Figures:
        own = [draft.own for name in ("train", "dev") for draft in Part(name, reader).unread]
        return cost.measure(PACKAGE, cost.three_hundred_words(own))

    return {
        "corpus": corpus.measure,
        "names": named,
        "hatecheck": lambda: groups.hatecheck(reader, data, step),
        "madlibs": lambda: groups.madlibs(reader, data, step),
        "evidence": spans,
        "mails": mails,
        "cost": costs,
    }


def public_files(data: Path) -> Mapping[str, list[Path]]:
    """The files that each public figure is of."""
    treebank = held_out.treebank_files(data)
    return {
        "corpus": corpus.files(),
        "names": [data / "pii" / name for name in names.PUBLIC],
        "hatecheck": [data / groups.HATECHECK],
        "madlibs": [data / groups.MADLIBS],
        "evidence": [data / evidence.SPANS],
        "mails": treebank,
        "cost": sorted([*CORPUS.glob("drafts/train-*/*.txt"), *CORPUS.glob("drafts/dev-*/*.txt")]),
    }


def show(figures: Figures) -> None:
    """The wrong texts of the development part."""
    for label, kinds in figures.get("wrong", {}).items():
        for kind, texts in kinds.items():
            for text, score in texts:
                sys.stdout.write(f"  {label} {kind} {score}: {' '.join(text.split())}\n")


def brief(figures: Figures) -> str:
    """The figures on one line, without texts."""
    return json.dumps({name: found for name, found in figures.items() if name != "wrong"})


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="How good is the packaged model?")
    parser.add_argument("--part", choices=("dev", "test", "public"), default="dev")
    parser.add_argument("--only", nargs="*", default=[], metavar="SUBJECT")
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    frozen.check()
    reader = SpacyReader(PACKAGE)
    part = Part(chosen.part, reader, chosen.step)
    is_public = chosen.part == "public"
    if is_public:
        data = data_folder()
        measures, files = of_public(reader, data, chosen.step), public_files(data)
    else:
        measures, files = (
            of_corpus(part, chosen.step),
            {"secrets": secrets.files(part), "routes": routes.files(part)},
        )
    for subject, measure in measures.items():
        if chosen.only and subject not in chosen.only:
            continue
        begun = time.monotonic()
        figures = measure()
        record(subject, chosen.part, reader.version, files.get(subject, part.files), figures)
        sys.stdout.write(f"{subject} ({time.monotonic() - begun:.0f} s): {brief(figures)}\n")
        if chosen.errors:
            show(figures)


if __name__ == "__main__":
    main()
