"""How is it kept what a sender did with a piece of advice?

Only rules and findings that exist are taken, so that nothing else can be written into the record; and nothing
is kept about what is off the record.
"""

from app.checks import FINDINGS, OFF_THE_RECORD
from app.domain.choice import Choice
from app.domain.errors import ChoiceError
from app.policy.policy import Policy
from app.ports import Choices


def record_choice(choice: Choice, policy: Policy, choices: Choices) -> None:
    """Keep one choice; durable when it returns.

    Raises:
        ChoiceError: there is no such rule, or it does not listen to that finding.
    """
    if choice.finding in OFF_THE_RECORD:
        return
    if choice.finding not in FINDINGS or not any(
        rule.id == choice.rule for _, rule in policy.listening(choice.finding)
    ):
        raise ChoiceError("No rule of that name is about this finding. Check the draft again, then choose.")
    choices.add(choice)
