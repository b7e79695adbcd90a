"""Does one place ask for permission for what another opens to everybody?

Follows the document's own classes: if mailing lists are listed as social media, and nobody may post
on social media without permission, then what another document says anybody may put in its bulletin
(a mailing list) needs that permission too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from app.policy.linting.stance import Stance
from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind

_NEEDS = re2.compile(
    r"(?i)\b(?:without|unless|only with|subject to|needs?|requires?|must (?:first )?(?:have|obtain|get"
    r"|seek))\b.{0,40}\b(?:permission|approval|authori[sz]ation|agreement|sign[ -]off|approved"
    r"|authori[sz]ed)\b|\b(?:must|shall|has to|to) be (?:approved|authori[sz]ed|agreed|signed off"
    r"|cleared) by\b|\bonly (?:[\w'’-]+ ){1,6}(?:may|can) (?:approve|authori[sz]e|agree|sign off|clear)\b"
)
_PUBLISHING = re2.compile(
    r"(?i)\b(?:post|posts|posting|posted|publish\w*|publication|speak(?:ing)? for|on behalf of"
    r"|announce\w*|upload\w*|issue[ds]?|circulat\w+|broadcast\w*|put|place|submit|sent out|send out"
    r"|go(?:es|ing)? out|distribut\w+|advertis\w+|add|contribute)\b"
)
_OTHERWISE = re2.compile(
    r"(?i)\b(?:images?|photo(?:graph)?s?|videos?|pictures?|copyright|software|personal site|work-based)\b"
)
_ANYTHING = re2.compile(
    r"(?i)\b(?:any|every)thing (?:that |which )?(?:\w+ ){0,2}(?:goes|published|sent|issued|put"
    r"|posted)\b|\bno (?:article|item|notice|statement|news|piece|message|post)s? may be\b"
    r"|^posts? (?:must|need|require)|\bposts? (?:\w+ )?(?:on|in) (?:[\w'’-]+ ){1,4}(?:behalf|name)\b"
    r"|\ball (?:publications|announcements|external communications|communications with the public)\b"
)
_ANYBODY = re2.compile(
    r"(?i)\b(?:you|any(?:one|body)?(?: \w+){0,3}|every(?:one|body)|all \w+|staff|members?|volunteers?"
    r"|employees|colleagues|officers?|nurses|teachers|teams)\s+(?:can|may|could|(?:is|are) (?:free"
    r"|welcome|allowed|encouraged))\b"
)
_CLASS_LEAD = re2.compile(
    r"(?i)\b(?:examples?|includ(?:e|es|ing)|such as|are|following|covers?|counts? as)\b"
)
_SAME_CLASS = re2.compile(
    r"(?i)\b(?:counts? as|is treated as|are treated as|is a form of|are a form of|includes?)\b"
)


ITEM_WORDS = 6


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of reaching many at once, with the words for its kinds."""

    name: str
    words: str


CHANNELS: tuple[Channel, ...] = (
    Channel(
        "mailing list",
        r"\b(?:mailing lists?|go(?:es|ing)? out|distribution lists?|e-?bulletins?|bulletins?"
        r"|(?:e-?)?newsletters?|circulars?|mailshots?|group e-?mails?|bulk e-?mails?|all[ -](?:staff"
        r"|members|user) e-?mails?)\b",
    ),
    Channel(
        "social media",
        r"\b(?:social (?:media|network\w*)|facebook|twitter|instagram|tiktok|youtube|linkedin|blogs?)\b",
    ),
    Channel("website", r"\b(?:web ?sites?|web ?pages?|intranet|home ?page)\b"),
    Channel("noticeboard", r"\b(?:notice ?boards?|posters?|display screens?|message boards?|forums?)\b"),
)


@dataclass(frozen=True, slots=True)
class _Held:
    """A channel that needs permission: the sentence that asks for it, and how the channel comes under it."""

    channel: Channel
    needs: Statement
    listed: Statement | None


def permission_clashes(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a channel that is held in one document or section and open in another."""
    seen: set[str] = set()
    for held in _held(statements):
        for opened in statements:
            if held.channel.name not in seen and _opens(opened, held):
                seen.add(held.channel.name)
                yield _remark(held, opened)


def _remark(held: _Held, opened: Statement) -> Remark:
    match = _pattern(held.channel.words).search(opened.text)
    at = match.start() if match else 0
    needs = _NEEDS.search(held.needs.text)
    because = f", and {held.listed.cited()} puts it under that" if held.listed else ""
    message = (
        f"{opened.cited(at)} is open to anybody, "
        f"but {held.needs.cited(max(0, needs.start() - 60) if needs else 0)} "
        f"asks for permission first{because}. Say who may hand something in, who must agree before it goes "
        f"out by {held.channel.name}, and where that is written down."
    )
    place = opened
    return Remark(RemarkKind.PERMISSION_CLASH, place.pack, "", place.line_at(at), message, place.document)


def _held(statements: Sequence[Statement]) -> Iterator[_Held]:
    needing = [s for s in statements if _needs_permission(s)]
    for channel in CHANNELS:
        words = _pattern(channel.words)
        for needs in needing:
            if words.search(needs.text) or words.search(needs.heading) or _ANYTHING.search(needs.text):
                yield _Held(channel, needs, None)
            elif listed := _listed(statements, channel, needs):
                yield _Held(channel, needs, listed)


def _needs_permission(statement: Statement) -> bool:
    match = _NEEDS.search(statement.text)
    return bool(match and _PUBLISHING.search(statement.text) and not _OTHERWISE.search(statement.text))


def _listed(statements: Sequence[Statement], channel: Channel, needs: Statement) -> Statement | None:
    """Where the same document lists the channel as one of the kind that it asks permission for."""
    for statement in statements:
        if statement.document != needs.document or not _pattern(channel.words).search(statement.text):
            continue
        by_lead = len(statement.text.split()) <= ITEM_WORDS and _CLASS_LEAD.search(statement.lead)
        if by_lead and _shares_kind(statement.lead, needs, statements):
            return statement
        if _SAME_CLASS.search(statement.text) and _shares_kind(statement.text, needs, statements):
            return statement
    return None


def _shares_kind(text: str, needs: Statement, statements: Sequence[Statement]) -> bool:
    """Whether the kind named is what the asking sentence, or its part of the document, is about."""
    kinds = [c for c in CHANNELS if _pattern(c.words).search(text)]
    published = re2.compile(r"(?i)\bpubli(?:cation|sh)\w*\b")
    if published.search(text) and published.search(needs.text):
        return True
    around = [s for s in statements if s.document == needs.document]
    near = around[max(0, around.index(needs) - 8) : around.index(needs) + 3]
    return any(_pattern(kind.words).search(f"{s.heading} {s.text}") for kind in kinds for s in near)


def _opens(statement: Statement, held: _Held) -> bool:
    if statement.stance is not Stance.ALLOWS or statement == held.needs or _NEEDS.search(statement.text):
        return False
    shown = _pattern(held.channel.words).search(statement.text)
    return bool(shown and _PUBLISHING.search(statement.text) and _ANYBODY.search(statement.in_full))


@cache
def _pattern(words: str) -> Any:
    return re2.compile(f"(?i){words}")
