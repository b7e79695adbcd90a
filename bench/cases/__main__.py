"""Are three hundred cases decided rightly from what a reviewer sees?

    python -m bench.cases [--show] [--stories blind-3]

What of a folder may be looked at while the rubric is written (`MAY_BE_READ`) is shown with `--show`; the rest is only
counted.
"""

import argparse
from collections import Counter
from collections.abc import Sequence

from app.domain.case_notes import Ruling
from bench.cases.rubric import ruling_for
from bench.cases.simulate import MAY_BE_READ, STORIES, Flag, flags, sends


def main() -> None:
    """Print how many were decided rightly, by half, and what was taken for what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="what was decided wrongly and may be looked at")
    parser.add_argument("--stories", default=STORIES.name, help="the folder beside this file that holds them")
    asked = parser.parse_args()
    folder = STORIES.with_name(asked.stories)
    every, found = sum(1 for _ in sends(folder)), list(flags(folder))
    print(f"{every} sends left {len(found)} cases.")
    for half in sorted({flag.send.half for flag in found}):
        _tell(half, [flag for flag in found if flag.send.half == half])
    right = sum(map(_is_right, found))
    print(f"\nAll: {right} of {len(found)}, {right / len(found):.1%}.")
    if asked.show:
        readable = MAY_BE_READ.get(asked.stories, ())
        _show([flag for flag in found if flag.send.half in readable and not _is_right(flag)])


def _is_right(flag: Flag) -> bool:
    return ruling_for(flag.case.flagged) is flag.send.truth


def _tell(half: int, found: Sequence[Flag]) -> None:
    right = sum(map(_is_right, found))
    print(f"\nHalf {half}: {right} of {len(found)} decided rightly, {right / len(found):.1%}.")
    taken = Counter((flag.send.truth, ruling_for(flag.case.flagged)) for flag in found)
    print(f"{'true, down; decided, across':<28}" + "".join(f"{one.value:>15}" for one in Ruling))
    for truth in Ruling:
        print(f"{truth.value:<28}" + "".join(f"{taken[truth, one]:>15}" for one in Ruling))


def _show(wrong: Sequence[Flag]) -> None:
    print("\nDecided wrongly, of what may be looked at:")
    for flag in wrong:
        known = flag.case.flagged
        seen = ", ".join(f"{e.finding} ({e.confidence.value}, {e.places})" for e in known.evidence)
        said = f"{known.outcome.value} {known.reason.value}".strip()
        signs = ", ".join(known.signs) or "no sign"
        decided = ruling_for(known).value
        print(
            f"  {flag.send.number}: {seen}; {said}; {signs}: true {flag.send.truth.value}, decided {decided}"
        )


if __name__ == "__main__":
    main()
