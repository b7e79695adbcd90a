"""Which checks are there, and what do they see in a draft?"""

from collections.abc import Sequence

from app.checks import (
    attachment_load,
    audience_shape,
    casework_guard,
    correctness,
    credentials,
    heat_and_cool_off,
    hostile_tone,
    hours,
    identifiers,
    internal_audience,
    own_details,
    professional_tone,
    school_address_lists,
    subject_and_structure,
    urgency_and_deadline,
)
from app.checks.check import Check
from app.domain.finding import Finding, Unchecked
from app.domain.reading import Reading

CHECKS: tuple[Check, ...] = (
    audience_shape.CHECK,
    casework_guard.CHECK,
    urgency_and_deadline.CHECK,
    internal_audience.CHECK,
    identifiers.CHECK,
    credentials.CHECK,
    school_address_lists.CHECK,
    own_details.CHECK,
    hostile_tone.CHECK,
    heat_and_cool_off.CHECK,
    professional_tone.CHECK,
    subject_and_structure.CHECK,
    correctness.CHECK,
    attachment_load.CHECK,
    hours.CHECK,
)


def look(reading: Reading, checks: Sequence[Check] = CHECKS) -> tuple[list[Finding], list[Unchecked]]:
    """Everything that the checks see, and the checks that failed.

    A check that fails is reported and does not stop the others. Its error is not kept: it could
    hold words of the draft.
    """
    findings: list[Finding] = []
    failed: list[Unchecked] = []
    for check in checks:
        try:
            findings += check.look(reading)
        except Exception:  # noqa: BLE001 - whatever a check does, the draft still gets an answer
            failed.append(Unchecked(check.id, "This check failed. The others were made."))
    return findings, failed
