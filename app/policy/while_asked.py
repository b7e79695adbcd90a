"""What do the cards say while the route waits for an answer?

A card that speaks only because one answer is assumed would tell it as settled, beside a question that leaves
it open. It says both answers instead; several such cards then say the same, and are one. Every step to either
way says under which answer it is right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.domain.verdict import Action, Advice, Answer, Channel, Doubt, Question
from app.policy.cause import joined

_LEADS: Mapping[str, Channel] = {
    "route-to-bulletin": Channel.BULLETIN,
    "ask-communications-team": Channel.COMMUNICATIONS_TEAM,
}
_SENDS: Mapping[Channel, str] = {
    Channel.BULLETIN: "it goes in the weekly e-bulletin",
    Channel.COMMUNICATIONS_TEAM: "the Communications Team sends it",
}
_STEPS: Mapping[Channel, str] = {
    Channel.BULLETIN: "Put in the e-bulletin",
    Channel.COMMUNICATIONS_TEAM: "Ask the Communications Team",
}


def while_asked(
    cards: Sequence[Advice], question: Question, schools: int, assumes: Callable[[Advice], bool]
) -> list[Advice]:
    """The cards, the gravest first as they come; `assumes` tells which rest on an answer not yet given."""
    kept: list[Advice] = []
    waiting: int | None = None
    for card in cards:
        if not (_tells_way(card, question) and assumes(card)):
            kept.append(card)
        elif waiting is None:
            waiting = len(kept)
            kept.append(_with_both(card, question, schools))
        else:
            kept[waiting] = joined(kept[waiting], card)
    return [_conditional(card, question) for card in kept]


def _tells_way(card: Advice, question: Question) -> bool:
    """Whether it answers the question by itself: shows the bulletin first, or asks after the law as well."""
    ways = [_LEADS[action.kind] for action in card.actions if action.kind in _LEADS]
    return bool(ways) and (ways[0] is Channel.BULLETIN or question.doubt is Doubt.LAW)


def _with_both(card: Advice, question: Question, schools: int) -> Advice:
    says = [f"If {answer.when}, {_SENDS[answer.channel]}." for answer in question.answers]
    return replace(card, title=f"{schools} schools: one answer decides how it goes", message=" ".join(says))


def _conditional(card: Advice, question: Question) -> Advice:
    """Its steps to either way in the order of the answers, each with its "if"; the rest as they stood."""
    order = [answer.channel for answer in question.answers]
    ways = [action for action in card.actions if _LEADS.get(action.kind) in order]
    ways.sort(key=lambda action: order.index(_LEADS[action.kind]))
    told = iter([_told(action, question.answers[order.index(_LEADS[action.kind])]) for action in ways])
    return replace(card, actions=tuple(next(told) if a in ways else a for a in card.actions))


def _told(action: Action, answer: Answer) -> Action:
    return replace(action, label=f"{_STEPS[answer.channel]}, if {answer.when}")
