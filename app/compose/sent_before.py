"""What went to schools before this draft, and what is remembered of it once it is sent?

Mail in confidence and what is off the record is neither looked up nor remembered. Of a private matter (a
story, casework, another family's child) only the count by school is kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.checks import OFF_THE_RECORD
from app.domain.address import normal_address
from app.domain.audience import Audience
from app.domain.calendar import in_london
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading
from app.domain.school import School
from app.domain.sent import NO_FINGERPRINT, NOTHING_SENT, CopyForMany, Gist, SentBefore
from app.domain.verdict import Channel, Severity, Verdict
from app.ports import AlikeMail, SentMail, SentMails
from app.reading.gist import gist_of

_FOR_MANY = frozenset({Channel.BULLETIN, Channel.COMMUNICATIONS_TEAM})
_PRIVATE = frozenset({"confidential-story", "casework-guard", "other-pupils"})
_SHOWN_AT_SEND = Severity.WARN


def recall(reading: Reading, sent: SentMails | None) -> SentBefore:
    """What checks may know of earlier mails. Raises StoreError."""
    if sent is None or not _is_looked_at(reading):
        return NOTHING_SENT
    asked = _as_mail(reading, sent, gist_of(reading))
    found = sent.recall(asked)
    return SentBefore(
        _other_schools(asked, found.own),
        tuple(CopyForMany(in_london(c.at).date(), c.reached, c.likeness) for c in found.for_many),
        found.this_week,
    )


def remember(
    reading: Reading, findings: Sequence[Finding], verdict: Verdict, many: int, sent: SentMails | None
) -> None:
    """Keep what is to be known of a draft that is being sent; `many` schools make it one for many.

    Raises StoreError.
    """
    is_off_record = any(f.id in OFF_THE_RECORD for f in findings)
    if sent is None or is_off_record or not _is_looked_at(reading):
        return
    is_private = any(f.check in _PRIVATE and f.confidence > Confidence.LOW for f in findings)
    mail = _as_mail(reading, sent, None if is_private else gist_of(reading))
    draft = reading.draft
    parts = ("draft", mail.sender_hash, *sorted(mail.schools), draft.subject, draft.body.content)
    sent.remember(
        replace(
            mail,
            draft_hash=sent.keyed_hash("\0".join(parts)),
            may_be_held=verdict.severity >= _SHOWN_AT_SEND,
            reached=_reached(reading, verdict, len(mail.schools), many),
        )
    )


def _is_looked_at(reading: Reading) -> bool:
    return reading.audience.schools > 0 and not reading.is_confidential


def _as_mail(reading: Reading, sent: SentMails, gist: Gist | None) -> SentMail:
    """The draft as it is asked about; without a gist, and without a sender, it is like no other."""
    box = reading.draft.sender
    address = normal_address(box.address) if box else ""
    return SentMail(
        draft_hash="",
        sender_hash=sent.keyed_hash(f"sender\0{address}") if address else "",
        schools=frozenset(sent.keyed_hash(f"school\0{key}") for key in _schools(reading.audience)),
        fingerprint=sent.fingerprint(gist) if gist and address else NO_FINGERPRINT,
    )


def _schools(audience: Audience) -> Iterable[str]:
    """One key a reader: an office of several schools counts once."""
    return {"|".join(sorted(map(_key, reader.schools))) for reader in audience.readers if reader.schools}


def _key(school: School) -> str:
    return school.urn or school.domain


def _other_schools(asked: SentMail, own: Iterable[AlikeMail]) -> tuple[float, ...]:
    """The closest likeness for each school that this draft does not go to.

    What was held, and shares a school with this draft, is this draft as it was before.
    """
    closest: dict[str, float] = {}
    for mail in own:
        if mail.may_be_held and not asked.schools.isdisjoint(mail.schools):
            continue
        for school in mail.schools - asked.schools:
            closest[school] = max(closest.get(school, 0.0), mail.likeness)
    return tuple(sorted(closest.values(), reverse=True))


def _reached(reading: Reading, verdict: Verdict, schools: int, many: int) -> int:
    """How many schools the text is for, when it is for many: in one mail, or one after another."""
    together = schools + len(reading.sent_before.other_schools)
    is_for_many = verdict.route.channel in _FOR_MANY or together >= many
    return together if is_for_many else 0
