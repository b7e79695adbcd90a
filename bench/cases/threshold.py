"""From which score on is ill will a sign, and from which that a mail does not sound like work?

    python -m bench.cases.threshold

Run it whenever the mail model changes, and set `_ILL_WILL` and `_STRANGE` in app/checks/signs.py to what it names.
It looks at the stories that may be looked at, the first halves of three writers' and all of practice and own-5
to own-9: for each score, in how many cases that are to be escalated the sign speaks, in how many others, and how many
cases are then decided rightly. Of the scores that do best it names the middle one, so that the choice hangs on no
single story.

How unlike work a mail sounds is a sign from the lowest score on from which nine of ten cases that reach it are to be
escalated. It is chosen for numbers and for the rest apart and hangs on no rule of the rubric and on no list of words.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.case_notes import Ruling
from app.domain.flagged import Flagged, Sign
from bench.cases.rubric import ruling_for
from bench.cases.simulate import STORIES, Flag, flags

SCORES = (*(n / 100 for n in range(4, 20)), *(n / 20 for n in range(4, 20)))
ENOUGH = 0.9
_FOLDERS = {
    "stories": (1,),
    "blind-3": (1,),
    "blind-4": (1,),
    "practice": (1, 2),
    "own-5": (1, 2),
    "own-6": (1, 2),
    "own-7": (1, 2),
    "own-8": (1, 2),
    "own-9": (1, 2),
}


def main() -> None:
    """Print the table and the choice."""
    by_folder = {name: list(flags(STORIES.with_name(name), halves)) for name, halves in _FOLDERS.items()}
    every = [flag for found in by_folder.values() for flag in found]
    meant = [flag for flag in every if flag.send.truth is Ruling.ESCALATE]
    other = [flag for flag in every if flag.send.truth is not Ruling.ESCALATE]
    print(
        f"from   of {len(meant)} escalate   of {len(other)} others   right of {len(every)}   "
        + "   ".join(by_folder)
    )
    for score in SCORES:
        parts = "   ".join(f"{right(found, score):>{len(name)}}" for name, found in by_folder.items())
        told = f"{heard(meant, score):>14}   {heard(other, score):>13}   {right(every, score):>12}"
        print(f"{score:.2f}   {told}   {parts}")
    print(f"Of those that do best the middle one: {middle(every)}")
    for checks in (("identifiers", "own-details"), ("credentials", "school-address-lists")):
        of_it = [f for f in every if any(e.finding.startswith(checks) for e in f.case.flagged.evidence)]
        print(f"{' and '.join(checks)}: {len(of_it)} cases, unlike work from {lowest(of_it):.2f}")


def lowest(found: Sequence[Flag]) -> float:
    """The lowest strangeness from which on nine of ten are to be escalated, each story counted once."""
    told = {flag.send.story: (flag.strangeness, flag.send.truth is Ruling.ESCALATE) for flag in found}
    falling = sorted(told.values(), reverse=True)
    fits = [
        at for place, (at, _) in enumerate(falling, 1) if sum(m for _, m in falling[:place]) >= ENOUGH * place
    ]
    return min(fits, default=float("inf"))


def heard(found: Sequence[Flag], score: float) -> int:
    """In how many the sign would speak."""
    return sum(flag.ill_will >= score for flag in found)


def right(found: Sequence[Flag], score: float) -> int:
    """How many would be decided rightly."""
    return sum(ruling_for(with_sign(flag, score)) is flag.send.truth for flag in found)


def with_sign(flag: Flag, score: float) -> Flagged:
    """What the case would hold if ill will were a sign from this score on."""
    known = flag.case.flagged
    others = {sign for sign in known.signs if sign is not Sign.ILL_WILL}
    told = others | {Sign.ILL_WILL} if flag.ill_will >= score else others
    return replace(known, signs=tuple(sign for sign in Sign if sign in told))


def middle(found: Sequence[Flag]) -> float:
    """The middle of the longest row of scores, one beside the other, that do best."""
    counts = [right(found, score) for score in SCORES]
    rows: list[list[float]] = [[]]
    for score, count in zip(SCORES, counts, strict=True):
        if count == max(counts):
            rows[-1].append(score)
        else:
            rows.append([])
    longest = max(rows, key=len)
    return longest[len(longest) // 2]


if __name__ == "__main__":
    main()
