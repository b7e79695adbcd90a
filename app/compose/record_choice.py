"""How is it kept what a sender did with a piece of advice?

Only rules and findings that exist are taken, so that nothing else can be written into the record; and nothing
is kept about what is off the record.
"""

from app.checks import FINDINGS, OFF_THE_RECORD
from app.compose.ask_once import Asking, keep_answer, open_answer
from app.domain.choice import ANSWERS, Choice, Chosen
from app.domain.errors import ChoiceError
from app.policy.policy import Policy
from app.ports import Choices


def record_choice(
    choice: Choice, policy: Policy, choices: Choices, answer: str = "", asking: Asking | None = None
) -> None:
    """Keep one choice; durable when it returns.

    With the `answer` that came with the card, the card does not ask this sender again in that draft and its
    thread; taken back, it does.

    Raises:
        ChoiceError: there is no such rule, it does not listen to that finding, or the answer is none of ours.
    """
    if choice.finding in OFF_THE_RECORD:
        return
    if choice.finding not in FINDINGS or not any(
        rule.id == choice.rule for _, rule in policy.listening(choice.finding)
    ):
        raise ChoiceError("No rule of that name is about this finding. Check the draft again, then choose.")
    if answer and asking is not None:
        _remember(choice, answer, asking)
    choices.add(choice)


def _remember(choice: Choice, answer: str, asking: Asking) -> None:
    opened = open_answer(answer, choice.rule, choice.finding, asking)
    if opened is None:
        raise ChoiceError("This answer does not belong to the card. Check the draft again, then choose.")
    if choice.chosen in ANSWERS:
        keep_answer(opened, asking.memory)
    elif choice.chosen is Chosen.TOOK_BACK:
        asking.memory.marks.drop(opened.owner, opened.marks)
