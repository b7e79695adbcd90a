"""How is one person found in each table, and what in their rows is not theirs to be given?

For subject access: everything that is held on somebody, in one file. A table that is about people stands here
or in `NOT_FOUND` with the reason; a test of the house fails until it does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.rights import Found, Way

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Persons:
    """One table. `of_others` are columns that tell of somebody else in a row that the person only wrote.

    `in_confidence` is what others said in confidence, with the reason to leave it out; `meaningless` are
    codes and other columns that tell nobody anything, or nothing of a person.
    """

    ways: tuple[Way, ...]
    of_others: tuple[str, ...] = ()
    in_confidence: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    meaningless: tuple[str, ...] = ()


def _is(column: str, found: Found = Found.ADDRESS) -> Way:
    return Way(column, found)


def _by(column: str, found: Found = Found.ADDRESS) -> Way:
    return Way(column, found, is_subject=False)


_OF_CASE = ("case_senders", "case_id", "sender_hash")
_OTHERS = (
    "It says what another person told in confidence (Data Protection Act 2018, Schedule 2, paragraph 16). Ask"
    " the data protection officer whether it can be given."
)
_INQUIRY = (
    "It says why something is kept as evidence, and telling may harm an inquiry (Data Protection Act 2018,"
    " Schedule 2, paragraph 2). Ask the data protection officer whether it can be given."
)
PERSONS: Mapping[str, Persons] = {
    "staff": Persons((_is("address"),)),
    "sessions": Persons((_is("key", Found.KEY), _is("address")), meaningless=("token_hash", "key", "sid")),
    "signatures": Persons(
        (_is("address"), _by("withdrawn_by", Found.SAID)), of_others=("address", "name", "why")
    ),
    "posting_entries": Persons(
        (_is("address"), _by("changed_by", Found.SAID)),
        of_others=("address", "name", "why"),
        meaningless=("key",),
    ),
    "champions": Persons((_is("address"), _by("named_by", Found.SAID)), of_others=("address", "name")),
    "pack_versions": Persons((_by("saved_by", Found.SAID),), meaningless=("text",)),
    "steps": Persons((_by("by", Found.SAID),)),
    "cases": Persons(
        (Way("id", Found.CODE, via=_OF_CASE), _by("reviewer_address")),
        in_confidence={"consultation": _OTHERS, "wishes": _OTHERS, "hold": _INQUIRY, "reveal": _OTHERS},
        meaningless=("fingerprint", "sealed_sender", "attached"),
    ),
    "case_moves": Persons(
        (Way("case_id", Found.CODE, via=_OF_CASE), _by("by_address"), _by("to_address")),
        in_confidence={"why": _OTHERS},
    ),
    "review_visits": Persons((_is("by_address"),)),
    "bulletin_items": Persons(
        (_is("sender_address"), _by("editor_address")), of_others=("sender_address", "sender_name")
    ),
    "bulletin_moves": Persons(
        (
            Way("item_id", Found.ADDRESS, via=("bulletin_items", "id", "sender_address")),
            _by("by_address"),
            _by("to_address"),
        ),
    ),
    "bulletin_issues": Persons((_by("published_by_address"),), meaningless=("introduction", "item_order")),
    "bulletin_requests": Persons(
        (_is("sender_address"), _by("decided_by_address")), of_others=("sender_address", "sender_name")
    ),
    "documents": Persons((_by("added_by", Found.SAID),), meaningless=("words",)),
    "check_records": Persons(
        (_is("sender_hash", Found.CODE),), meaningless=("sender_hash", "draft_hash", "elapsed_ms")
    ),
    "choices": Persons((_is("sender_hash", Found.CODE),), meaningless=("sender_hash",)),
    "rules_shown": Persons((_is("sender_hash", Found.CODE),), meaningless=("sender_hash",)),
    "sent_mails": Persons(
        (_is("sender_hash", Found.CODE),),
        meaningless=("draft_hash", "sender_hash", "schools", "marks", "particulars"),
    ),
    "journal_entries": Persons((_is("text", Found.TOLD),), meaningless=("hashes", "signature")),
    "address_lookups": Persons((_by("by", Found.SAID),)),
    "placements": Persons((_is("officer"), _by("by", Found.SAID)), of_others=("officer",)),
    "list_entries": Persons((_by("changed_by", Found.SAID),)),
    "directory_shelf": Persons((_by("by", Found.SAID),), meaningless=("sealed",)),
    "schools": Persons((_is("officer"),), meaningless=("domain", "listed_cluster", "listed_officer")),
    "access_requests": Persons(
        (_is("about_address"), _by("by_address"), _by("second_address")),
        of_others=("about_address", "about_name", "why"),
    ),
    "account_codes": Persons(
        (_is("address_code", Found.CODE),), meaningless=("account_code", "address_code")
    ),
}
NOT_FOUND: Mapping[str, str] = {
    "marks": "They are codes for cards that were answered. Whose they are cannot be told from an address.",
    "case_senders": "It holds only the codes by which the flagged sends are found; those are listed.",
    "exchange_facts": "They are codes of addresses, without who asked, and go after a day or so.",
    "exchange_tokens": "It is a key and no record: it lasts an hour or so, and nobody can read it.",
    "case_words": (
        "They are words of the person’s own, sealed, and open for a quarter of an hour only after a second"
        " person agreed. The person who attached them has them on their own page, and can take them back."
    ),
}
"""Tables about people in which nobody is looked for, and why."""
