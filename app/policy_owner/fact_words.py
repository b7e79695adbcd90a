"""What does each fact that a rule may ask for mean, in the words of the person who owns the policy?

One table for the pages, the history and the forms. A fact of the organisation's own, which no shipped policy
asks for, is shown by its own name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FactWords:
    """How a fact is said: what is compared, and where it is only so or not, both as half a sentence.

    `values` are the words for the closed set of words that the fact can be.
    """

    name: str = ""
    yes: str = ""
    no: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


_CHANNELS = {
    "bulletin": "the e-bulletin",
    "communications-team": "the Communications Team",
    "local-officer": "the local officer",
    "secure-channel": "a secure channel",
    "send": "to send it",
    "telephone": "the telephone",
    "unknown-audience": "not known, as some readers are not",
}
_REPLIES = {
    "new": "a new message",
    "reply": "a reply",
    "reply-all": "a reply to all",
    "forward": "a forward",
}
FACTS: Mapping[str, FactWords] = {
    # Of the draft as a whole.
    "attachments": FactWords("files attached"),
    "channel": FactWords("the route", values=_CHANNELS),
    "clusters": FactWords("clusters reached"),
    "confidence": FactWords(
        "Sendwell", values={"low": "half sure", "medium": "fairly sure", "high": "very sure"}
    ),
    "emergency": FactWords(yes="there is a real emergency", no="there is no emergency"),
    "groups": FactWords("groups among the readers"),
    "hours_working": FactWords(yes="it is sent in working hours", no="it is sent out of working hours"),
    "importance": FactWords("the importance"),
    "inside": FactWords("readers inside the organisation"),
    "inside_only": FactWords(yes="all readers are inside", no="not all readers are inside"),
    "is_lower_bound": FactWords(yes="there may be more readers than counted", no="every reader is counted"),
    "issue_in_time": FactWords(
        yes="an issue of the bulletin goes out in time", no="no issue of the bulletin goes out in time"
    ),
    "leaving": FactWords("readers not known to be inside"),
    "medium": FactWords(
        "it",
        values={
            "email": "an e-mail",
            "text-message": "a text message",
            "post": "a post",
            "comment": "a comment",
            "bulletin": "an item of the bulletin",
        },
    ),
    "members_outside": FactWords("members of groups outside"),
    "moment": FactWords("the check", values={"compose": "made while it is written", "send": "made at Send"}),
    "outside": FactWords("readers outside, webmail left out"),
    "people": FactWords("people who read it"),
    "recipients": FactWords("entries in To, Cc and Bcc"),
    "reply": FactWords("the message", values=_REPLIES),
    "schools": FactWords("schools reached"),
    "unaddressed": FactWords(yes="nobody is addressed yet", no="somebody is addressed"),
    "unknown": FactWords("readers that could not be placed"),
    "urgent": FactWords(
        yes="it is urgent in the policy’s meaning", no="it is not urgent in the policy’s meaning"
    ),
    "webmail": FactWords("readers at public mail providers"),
    # Of what was seen.
    "adults": FactWords("adults who read it"),
    "age": FactWords("the reading age of the text"),
    "all_staff_group": FactWords(
        yes="it goes to a group of all staff", no="it goes to no group of all staff"
    ),
    "alone": FactWords(yes="all of it is to the sender’s own account", no="others read it too"),
    "another_child": FactWords(yes="it is about another child", no="it is about no other child"),
    "before_return": FactWords(yes="it is wanted before they are back", no="it is not wanted before then"),
    "cc": FactWords("people in Cc"),
    "class": FactWords(yes="it goes to a class", no="it goes to no class"),
    "closed": FactWords("addresses of schools that have closed"),
    "copies": FactWords("printed copies"),
    "copies_mb": FactWords("megabytes of copies in mailboxes", no="how big all copies are is not known"),
    "count": FactWords("addresses of schools"),
    "dated": FactWords(yes="it is due at once", no="nothing is due at once"),
    "days": FactWords("days until then"),
    "duty": FactWords(yes="a legal duty is named", no="no legal duty is named"),
    "families_visible": FactWords("families who see each other"),
    "from_office": FactWords(yes="it comes from an office", no="it does not come from an office"),
    "from_private": FactWords(yes="it comes from a private account", no="it comes from a work account"),
    "from_school": FactWords(yes="it comes from a school", no="it does not come from a school"),
    "full": FactWords(yes="the full name is there", no="only a part of the name is there"),
    "group": FactWords(yes="a group on social media is meant", no="no group on social media is meant"),
    "hearsay": FactWords(yes="it is told from hearsay", no="it is not told from hearsay"),
    "hidden": FactWords("people in Bcc"),
    "initial": FactWords(yes="only initials say whose account it is", no="the name says whose account it is"),
    "likeness": FactWords("per cent of the text that are the same"),
    "longest": FactWords("words in the longest sentence"),
    "mails_this_week": FactWords("messages to that school this week"),
    "mb": FactWords("megabytes attached"),
    "new_outside": FactWords("new readers outside"),
    "notice": FactWords(yes="it is a notice", no="it is no notice"),
    "own_schools": FactWords(
        yes="all are schools that the sender looks after", no="some are schools of other officers"
    ),
    "pictures": FactWords("pictures with somebody in them"),
    "process": FactWords(
        yes="it is part of a formal process about somebody’s work",
        no="it is no part of a formal process about somebody’s work",
    ),
    "pupils": FactWords("pupils who read it", no="no pupil reads it"),
    "recognised": FactWords(
        yes="the sender may write to all schools", no="the sender is not one who may write to all schools"
    ),
    "schools_today": FactWords("schools written to today"),
    "share": FactWords("part of all schools that it reaches"),
    "staff": FactWords(yes="it is about a member of staff", no="it is not about a member of staff"),
    "to": FactWords("people in To"),
    "to_them": FactWords(
        yes="the one reader is told of themselves", no="somebody else is told of, or there are more readers"
    ),
    "to_everybody": FactWords(yes="it goes to everybody", no="it does not go to everybody"),
    "to_family": FactWords(yes="it goes to the family", no="it does not go to the family"),
    "to_schools": FactWords(yes="it goes to schools", no="it does not go to schools"),
    "topics": FactWords("contentious topics"),
    "unresolved": FactWords("readers that Outlook does not know yet"),
    "visible": FactWords("addresses that others see"),
    "within_school": FactWords(yes="it stays within one school", no="it goes beyond one school"),
    "words": FactWords("words"),
    "written": FactWords("addresses written in the text"),
}


def named(fact: str) -> str:
    """What a fact that is compared is called."""
    known = FACTS.get(fact)
    return known.name if known and known.name else fact.replace("_", " ")


def is_so(fact: str, *, so: bool) -> str:
    """That a fact is so, or is not, as half a sentence."""
    known = FACTS.get(fact, FactWords())
    said = known.yes if so else known.no
    return said or (named(fact) if so else f"not {named(fact)}")


def valued(fact: str, value: object) -> str:
    """What a fact is, where it is one of a closed set of words; else the value itself."""
    known = FACTS.get(fact)
    return known.values.get(str(value), str(value)) if known else str(value)
