"""Is the writer an office whose work it is to write to everybody?

Told by the sender's mailbox and name, the signature, or the last lines of the text: the chief executive and
directors, the monitoring and data protection officers, human resources, communications, the service desk,
information security, health and safety. Who only mentions such an office is none.
"""

from app import linear
from app.checks.words import any_of
from app.domain.reading import Reading

_NAMED = any_of("""
    (?:deputy |assistant )?chief (?:executive|operating|financial) ?(?:officer)?|head of paid service
    (?:corporate |executive |assistant |managing )?director of [a-z]+|(?:executive|managing|corporate) director
    monitoring officer|section 151 officer|s151 officer|returning officer
    data protection officer|dpo|senior information risk owner|caldicott guardian
    (?:information|cyber|it) (?:security|governance)|cyber team|(?:it|ict) (?:service desk|help ?desk|support|services)|service desk
    hr|hr (?:team|services?|operations|advisory)|human resources|people (?:services|team|and culture)|payroll
    (?:internal |corporate )?(?:communications|comms)(?: team)?|health (?:and|&) safety|h&s|occupational health
    facilities(?: management| team)?|emergency planning|democratic services
""")  # noqa: E501 - one phrase a line
_BEFORE = any_of("(?:the |your |head of |interim |acting |group )*")
_AFTER = any_of("""
    (?:team|manager|advis[eo]r|officer|lead|department|business partner|assistant|service)
    (?:of|and|&|at|for) [^.!?]*
""")
_OFFICE = linear.compile(
    rf"(?i)^\W*(?:[^.!?]*[,|(\x{{2013}}\x{{2014}}-]\s*)?{_BEFORE}{_NAMED}(?:\s+{_AFTER})*\W*(?:[,|(\x{{2013}}-][^.!?]*)?$"
)
_CLOSING_LINES = 3
_LONGEST_LINE = 60


def is_from_an_office(reading: Reading) -> bool:
    """Whether the mail is signed by, or sent from, such an office."""
    lines = [line.strip() for line in reading.own.splitlines() if line.strip()][-_CLOSING_LINES:]
    said = [line for line in (*lines, *reading.signature.splitlines()) if len(line) <= _LONGEST_LINE]
    sender = reading.draft.sender
    if sender is not None:
        box = sender.address.partition("@")[0]
        said += [sender.name, " ".join(box.replace("_", ".").replace("-", ".").split("."))]
    return any(_OFFICE.search(line) for line in said)
