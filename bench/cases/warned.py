"""How many mails of each kind are warned of at Send, and how many leave a case?

    python -m bench.cases.warned [--stories blind-6]

The cases of ``bench.cases`` are only those that are left; this counts what it leaves out, by what the writer says is
true of the mail. It prints counts alone, so that a blind set stays blind.
"""

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from app.domain.case_notes import Ruling
from app.domain.draft import Moment
from app.domain.verdict import Severity
from bench.cases.simulate import STORIES, flags, sends
from nlp_models.mail.scripts.measure.shares import wilson
from tests.road import check_example


def main() -> None:
    """Print for each truth: sends, how many are warned of, how many leave a case."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", default=STORIES.name, help="the folder beside this file that holds them")
    folder = STORIES.with_name(parser.parse_args().stories)
    every = Counter(send.truth for send in sends(folder))
    left = Counter(flag.send.truth for flag in flags(folder))
    warned = warned_of(folder)
    for truth in Ruling:
        if every[truth]:
            print(f"{truth.value:<14} {_share('warned at Send', warned, every, truth)}", end="; ")
            print(_share("leave a case", left, every, truth))


def warned_of(folder: Path) -> Counter[Ruling]:
    """How many sends of each truth show a card at Send that warns, asks why, or stops."""
    found: Counter[Ruling] = Counter()
    for send in sends(folder):
        verdict = check_example({**send.draft, "reader": "real"}, moment=Moment.SEND).verdict
        found[send.truth] += any(card.severity >= Severity.WARN for card in verdict.advice)
    return found


def _share(what: str, hits: Mapping[Ruling, int], every: Mapping[Ruling, int], truth: Ruling) -> str:
    share, low, high = wilson(hits.get(truth, 0), every[truth])
    return f"{what} {hits.get(truth, 0)} of {every[truth]}, {share:.1%} ({low:.1%} to {high:.1%})"


if __name__ == "__main__":
    main()
