"""How is it said in words how often a rule is right?"""

from collections.abc import Sequence

from app.domain.accuracy import Share
from app.policy.step_down import Accuracy, SteppedDown


def in_words(known: Accuracy) -> Sequence[str]:
    """What is known of a rule, a sentence each; one that says so where nothing is."""
    said = [*_measured(known), *_voted(known)]
    if known.stepped_down:
        said.append(stepping_in_words(known.stepped_down))
    return said or ["It was not measured, and few people met it of late."]


def stepping_in_words(down: SteppedDown) -> str:
    """What became of a rule that stepped down, and why."""
    why = " ".join(down.why)
    return f"It stepped itself down: it {down.now.value}, as written it {down.written.value}. {why}"


def share_in_words(share: Share) -> str:
    """``96 % (86–99 %)``; a dash of nothing."""
    if share.rate is None:
        return "–"
    low, high = share.interval
    return f"{share.rate * 100:.0f} % ({low * 100:.0f}–{high * 100:.0f} %)"


def _measured(known: Accuracy) -> Sequence[str]:
    card, measured = known.card, known.measured
    if card is None or measured is None:
        return ()
    right, heard = card.precision, card.recall
    with_what = f"Sendwell {measured.app} and the model {measured.model}"
    said = [
        f"Right {right.hits} of the {right.of} times that it spoke in our test: {share_in_words(right)}.",
        f"It spoke on {heard.hits} of the {heard.of} drafts where it must: {share_in_words(heard)}.",
        f"Tried on {card.drafts} drafts on {measured.on:%d/%m/%Y}, with {with_what}.",
    ]
    return [*said, f"Known to miss: {card.misses}"] if card.misses else said


def _voted(known: Accuracy) -> Sequence[str]:
    wrong = known.called_wrong
    if wrong is None:
        return ()
    return [
        f"{wrong.hits} of the {wrong.of} people who met it of late called it wrong: {share_in_words(wrong)}."
    ]
