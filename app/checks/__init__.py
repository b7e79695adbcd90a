"""Which checks are there, and what do they see in a draft?"""

from collections.abc import Sequence

from app.checks.attachment_load import CHECK as ATTACHMENT_LOAD
from app.checks.attachment_type import CHECK as ATTACHMENT_TYPE
from app.checks.audience_shape import CHECK as AUDIENCE_SHAPE
from app.checks.away_and_record import CHECK as AWAY_AND_RECORD
from app.checks.bulletin_item import CHECK as BULLETIN_ITEM
from app.checks.casework_guard import CHECK as CASEWORK_GUARD
from app.checks.chain_festive_promo_political import CHECK as CHAIN_FESTIVE_PROMO_POLITICAL
from app.checks.channel_choice import CHECK as CHANNEL_CHOICE
from app.checks.check import Check, shortened
from app.checks.claims_and_standing import CHECK as CLAIMS_AND_STANDING
from app.checks.confidential_story import CHECK as CONFIDENTIAL_STORY
from app.checks.correctness import CHECK as CORRECTNESS
from app.checks.credentials import CHECK as CREDENTIALS
from app.checks.discrimination import CHECK as DISCRIMINATION
from app.checks.heat_and_cool_off import CHECK as HEAT_AND_COOL_OFF
from app.checks.hidden_or_shown_recipients import CHECK as HIDDEN_OR_SHOWN_RECIPIENTS
from app.checks.hostile_tone import CHECK as HOSTILE_TONE
from app.checks.hours import CHECK as HOURS
from app.checks.hr_matters import CHECK as HR_MATTERS
from app.checks.identifiers import CHECK as IDENTIFIERS
from app.checks.internal_audience import CHECK as INTERNAL_AUDIENCE
from app.checks.other_pupils import CHECK as OTHER_PUPILS
from app.checks.own_details import CHECK as OWN_DETAILS
from app.checks.paper_or_electronic import CHECK as PAPER_OR_ELECTRONIC
from app.checks.parent_topics import CHECK as PARENT_TOPICS
from app.checks.personal_use import CHECK as PERSONAL_USE
from app.checks.professional_tone import CHECK as PROFESSIONAL_TONE
from app.checks.pupil_recipients import CHECK as PUPIL_RECIPIENTS
from app.checks.school_address_lists import CHECK as SCHOOL_ADDRESS_LISTS
from app.checks.sender_identity import CHECK as SENDER_IDENTITY
from app.checks.serial_and_duplicate import CHECK as SERIAL_AND_DUPLICATE
from app.checks.sexual_and_indecent import CHECK as SEXUAL_AND_INDECENT
from app.checks.social_pointers import CHECK as SOCIAL_POINTERS
from app.checks.subject_and_structure import CHECK as SUBJECT_AND_STRUCTURE
from app.checks.urgency_and_deadline import CHECK as URGENCY_AND_DEADLINE
from app.domain.draft import Medium
from app.domain.finding import Finding, Unchecked
from app.domain.reading import Reading

FAILED = "This check failed. The others were made."
CHECKS: tuple[Check, ...] = (
    AUDIENCE_SHAPE,
    SERIAL_AND_DUPLICATE,
    CASEWORK_GUARD,
    SENDER_IDENTITY,
    HIDDEN_OR_SHOWN_RECIPIENTS,
    PUPIL_RECIPIENTS,
    URGENCY_AND_DEADLINE,
    INTERNAL_AUDIENCE,
    IDENTIFIERS,
    CONFIDENTIAL_STORY,
    OTHER_PUPILS,
    PARENT_TOPICS,
    HR_MATTERS,
    CREDENTIALS,
    SCHOOL_ADDRESS_LISTS,
    OWN_DETAILS,
    HOSTILE_TONE,
    DISCRIMINATION,
    SEXUAL_AND_INDECENT,
    CLAIMS_AND_STANDING,
    HEAT_AND_COOL_OFF,
    PROFESSIONAL_TONE,
    CHAIN_FESTIVE_PROMO_POLITICAL,
    SOCIAL_POINTERS,
    SUBJECT_AND_STRUCTURE,
    CORRECTNESS,
    ATTACHMENT_LOAD,
    ATTACHMENT_TYPE,
    PAPER_OR_ELECTRONIC,
    HOURS,
    CHANNEL_CHOICE,
    AWAY_AND_RECORD,
    PERSONAL_USE,
    BULLETIN_ITEM,
)


NOT_IN_CONFIDENCE = frozenset(
    (
        HOSTILE_TONE.id,
        DISCRIMINATION.id,
        SEXUAL_AND_INDECENT.id,
        CLAIMS_AND_STANDING.id,
        HEAT_AND_COOL_OFF.id,
        PROFESSIONAL_TONE.id,
        CHAIN_FESTIVE_PROMO_POLITICAL.id,
        CONFIDENTIAL_STORY.id,
        HR_MATTERS.id,
        OTHER_PUPILS.id,
        PARENT_TOPICS.id,
        BULLETIN_ITEM.id,
        SENDER_IDENTITY.id,
        HIDDEN_OR_SHOWN_RECIPIENTS.id,
        PERSONAL_USE.id,
    )
)
"""Of tone, stories and who writes: silent on mail to the safeguarding lead or the whistleblowing address."""

FINDINGS = frozenset(f"{check.id}/{kind}" for check in CHECKS for kind in check.kinds)
"""Every finding that a check can yield."""

OFF_THE_RECORD = frozenset(
    {
        f"{PUPIL_RECIPIENTS.id}/closeness",
        f"{SEXUAL_AND_INDECENT.id}/indecent-image",
        f"{CLAIMS_AND_STANDING.id}/allegation",
        f"{PERSONAL_USE.id}/private-message",
        f"{CHAIN_FESTIVE_PROMO_POLITICAL.id}/outside-business",
    }
)
"""Findings kept out of every record and count: what is for the sender and the safeguarding lead, and private
mail or a business of one's own, which are for the sender alone.
"""


MAIL_ONLY = frozenset(
    {
        f"{AUDIENCE_SHAPE.id}/*",
        f"{SERIAL_AND_DUPLICATE.id}/*",
        f"{CASEWORK_GUARD.id}/*",
        f"{SENDER_IDENTITY.id}/*",
        f"{HIDDEN_OR_SHOWN_RECIPIENTS.id}/*",
        f"{INTERNAL_AUDIENCE.id}/*",
        f"{ATTACHMENT_LOAD.id}/*",
        f"{PAPER_OR_ELECTRONIC.id}/*",
        f"{CHANNEL_CHOICE.id}/*",
        f"{AWAY_AND_RECORD.id}/*",
        f"{PERSONAL_USE.id}/*",
        f"{URGENCY_AND_DEADLINE.id}/email-feels-better",
        f"{OWN_DETAILS.id}/to-own-account",
        f"{HOURS.id}/out-of-hours",
        f"{CONFIDENTIAL_STORY.id}/passed-on",
        f"{SOCIAL_POINTERS.id}/social-for-work",
        f"{CORRECTNESS.id}/attachment-missing",
        f"{CORRECTNESS.id}/greeting-name",
        f"{SUBJECT_AND_STRUCTURE.id}/no-subject",
        f"{SUBJECT_AND_STRUCTURE.id}/vague-subject",
        f"{SUBJECT_AND_STRUCTURE.id}/ask-comes-late",
        f"{SUBJECT_AND_STRUCTURE.id}/no-ask-or-date",
        f"{SUBJECT_AND_STRUCTURE.id}/styled-body",
    }
)
"""What only makes sense of an e-mail: silent on a text message or a post that is pasted in."""


def _is_of_mail(finding: Finding) -> bool:
    return finding.id in MAIL_ONLY or f"{finding.check}/*" in MAIL_ONLY


def look(reading: Reading, checks: Sequence[Check] = CHECKS) -> tuple[list[Finding], list[Unchecked]]:
    """Everything that the checks see, and the checks that failed.

    A check that fails is reported and does not stop the others. Its error is not kept: it could
    hold words of the draft.
    """
    findings: list[Finding] = []
    failed: list[Unchecked] = []
    is_mail = reading.draft.medium is Medium.EMAIL
    fits = (lambda _: True) if is_mail else (lambda finding: not _is_of_mail(finding))
    for check in checks:
        if reading.is_confidential and check.id in NOT_IN_CONFIDENCE:
            continue
        try:
            findings += filter(fits, map(shortened, check.look(reading)))
        except Exception:  # noqa: BLE001 - whatever a check does, the draft still gets an answer
            failed.append(Unchecked(check.id, FAILED))
    return findings, failed
