"""What does the desk say of the step that was just taken, and with which item?

An editor goes from item to item: words that name the item are right also where the next one is
on the page already.
"""

from collections.abc import Mapping

from app.web.desk.room import DeskRoom

NEXT = frozenset({"next", "next-unplaced"})
"""Steps after which the next new item is shown."""
_OF_AN_ITEM: Mapping[str, str] = {
    "saved": "Saved.",
    "ready": "It is ready.",
    "claim": "You have claimed it.",
    "take-over": "You have taken it over.",
    "let-go": "Anybody may take it now.",
    "hand-over": "It is handed over.",
    "send-back": "It is sent back. Its sender reads why.",
    "decline": "It is declined. Its sender reads why.",
    "merge": "It is merged. Its sender follows the other one.",
    "take-up": "It is back at the desk, and you work on it. Its sender sees that.",
    "turned": "The request is an item now, and its sender follows it here.",
    "next": "{it} is ready, and placed. Here is the next one.",
    "next-unplaced": "{it} is ready, but not placed: it waits for an issue. Here is the next one.",
}
_IN_THE_INBOX: Mapping[str, str] = {
    "next": "{it} is ready, and placed. That was the last new item.",
    "next-unplaced": "{it} is ready, but not placed: it waits for an issue. That was the last new item.",
    "claim": "You have claimed {it}.",
    "place": "{it} is placed.",
    "place-all": "All that was ready is placed.",
    "examples": "Here are some examples. Try anything: nobody outside reads them.",
}


def done_with_item(room: DeskRoom, step: str, number: str) -> str:
    """The words for an item's own page; empty for a step that nobody knows."""
    return _said(_OF_AN_ITEM.get(step, ""), room, number)


def done_in_inbox(room: DeskRoom, step: str, number: str) -> str:
    """The words for the inbox; empty for a step that nobody knows."""
    return _said(_IN_THE_INBOX.get(step, ""), room, number)


def _said(words: str, room: DeskRoom, number: str) -> str:
    item = room.desk.book.item(number) if number else None
    said = words.replace("{it}", f"“{item.text.headline}”" if item else "it")
    return said[:1].upper() + said[1:]
