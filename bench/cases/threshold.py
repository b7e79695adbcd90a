"""From which score on is ill will a sign?

    python -m bench.cases.threshold

Run it whenever the mail model changes, and set `_ILL_WILL` in app/checks/signs.py to what it names. It looks at
the stories that may be looked at: for each score, in how many cases that are to be escalated the sign speaks, in
how many others, and how many cases are then decided rightly. Of the scores that do best it names the middle one,
so that the choice hangs on no single story.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.case_notes import Ruling
from app.domain.flagged import Flagged, Sign
from bench.cases.rubric import ruling_for
from bench.cases.simulate import MAY_BE_READ, STORIES, Flag, flags

SCORES = (*(n / 100 for n in range(4, 20)), *(n / 20 for n in range(4, 20)))


def main() -> None:
    """Print the table and the choice."""
    by_folder = {name: list(flags(STORIES.with_name(name), halves)) for name, halves in MAY_BE_READ.items()}
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
