"""What do the mail tips in an answer of Microsoft Graph mean?

Field by field, as documented; a field of another type, or a number that cannot be, is not known. Of an
automatic reply only its end is read, and whether there are any words; the words are other people's and stay
unread.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.address import normal_address
from app.domain.calendar import LONDON
from app.domain.mailbox_facts import MailboxFacts

_MOST_MEMBERS = 10_000_000
_LARGEST = 2**31 - 1
_LONGEST_AWAY = timedelta(days=2 * 365)
_MOST_ENTRIES = 1_000
_ZONES: Mapping[str, Any] = {
    "": UTC,
    "utc": UTC,
    "gmt standard time": LONDON,
    "greenwich standard time": UTC,
    "w. europe standard time": ZoneInfo("Europe/Berlin"),
    "romance standard time": ZoneInfo("Europe/Paris"),
    "central european standard time": ZoneInfo("Europe/Warsaw"),
    "europe/london": LONDON,
}
"""Graph gives UTC unless it was asked otherwise; of another zone only the day is taken as it stands."""


def read_tips(entries: Sequence[Any], asked: Sequence[str], now: datetime) -> Mapping[str, MailboxFacts]:
    """What is said of each address that was asked about, in the asker's spelling.

    An entry about anybody else, with an error of its own, or without any known field is as if it were not
    there.
    """
    spelt = {normal_address(address): address for address in asked}
    found: dict[str, MailboxFacts] = {}
    for entry in islice(entries, _MOST_ENTRIES):
        if isinstance(entry, dict) and not entry.get("error"):
            address = spelt.get(_address(entry))
            facts = _facts(entry, now)
            if address is not None and address not in found and facts != MailboxFacts():
                found[address] = facts
    return found


def _address(entry: Mapping[str, Any]) -> str:
    mailbox = entry.get("emailAddress")
    said = mailbox.get("address") if isinstance(mailbox, dict) else None
    return normal_address(said) if isinstance(said, str) else ""


def _facts(entry: Mapping[str, Any], now: datetime) -> MailboxFacts:
    members = _number(entry, "totalMemberCount", _MOST_MEMBERS) or None  # 0 is a group not counted yet
    outside = _number(entry, "externalMemberCount", _MOST_MEMBERS)
    if members is None or (outside is not None and outside > members):
        outside = None
    is_away, until = _away(entry.get("automaticReplies"), now)
    return MailboxFacts(
        members=members,
        outside=outside,
        is_moderated=_truth(entry, "isModerated"),
        is_restricted=_truth(entry, "deliveryRestricted"),
        is_full=_truth(entry, "mailboxFull"),
        is_away=is_away,
        away_until=until,
        largest=_number(entry, "maxMessageSize", _LARGEST) or None,
    )


def _number(entry: Mapping[str, Any], name: str, most: int) -> int | None:
    said = entry.get(name)
    return said if isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= most else None


def _truth(entry: Mapping[str, Any], name: str) -> bool | None:
    said = entry.get(name)
    return said if isinstance(said, bool) else None


def _away(replies: Any, now: datetime) -> tuple[bool | None, date | None]:
    """Whether automatic replies are on now, and the day on which they end, where that is set."""
    if not isinstance(replies, dict):
        return None, None
    words = replies.get("message")
    if not isinstance(words, str):
        return None, None
    if not words.strip():
        return False, None
    starts, ends = (_moment(replies.get(f"scheduled{edge}Time")) for edge in ("Start", "End"))
    if (starts is not None and starts > now) or (ends is not None and ends <= now):
        return False, None
    is_soon = ends is not None and ends - now <= _LONGEST_AWAY
    return True, ends.astimezone(LONDON).date() if ends is not None and is_soon else None


def _moment(said: Any) -> datetime | None:
    """A ``dateTimeTimeZone``; None where there is none, or it stands for none."""
    if not isinstance(said, dict) or not isinstance(said.get("dateTime"), str):
        return None
    zone = said.get("timeZone") or ""
    try:
        moment = datetime.fromisoformat(said["dateTime"][:19])
    except ValueError:
        return None
    known = _ZONES.get(zone.lower(), LONDON) if isinstance(zone, str) else LONDON
    return moment.replace(tzinfo=known) if moment.year >= _FIRST_YEAR and moment.tzinfo is None else None


_FIRST_YEAR = 2000
"""Exchange writes a moment long ago where none is set."""
