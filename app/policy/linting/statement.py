"""What does a written policy say, sentence by sentence, and on which line?

A Statement is one sentence or item of a list with its place, the line that leads into it and its
stance. Documents come as plain text, wrapped or not, with the bullets and numbers that word
processors leave behind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import re2

from app.policy.linting.stance import Stance, stance_of
from app.policy.pack import Pack

QUOTE_WORDS = 15
LEAD_WORDS = 5
HEADING_WORDS = 9
WRAPPED_FROM = 60

_TURNING = frozenset({Stance.RULES_OUT, Stance.ALLOWS})
_BULLET = re2.compile(
    r"^(\s*)(?:[·•▪◦*–—-]|\d{1,2}(?:\.\d{1,2})+\.?\s|\(?(?:\d{1,2}|[a-z]"
    r"|[ivx]{1,4})[.)])\s*(?:\d{1,2}\.\s+)?"
)
_NUMBERED = re2.compile(r"^\s*\(?\d")
_ENDING = re2.compile(r"[.!?][\"”’)]*\s+")
_SHORT_FORMS = ("e.g.", "i.e.", "etc.", "eg.", "no.", "dr.", "mr.", "mrs.", "ms.", "st.", "approx.")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. `line` counts from 1 in the document; `lead` is the line that introduces it."""

    pack: str
    document: str
    line: int
    text: str
    stance: Stance
    lead: str = ""
    heading: str = ""
    turns: tuple[int, ...] = field(default=())

    @property
    def in_full(self) -> str:
        """The sentence with the line that leads into it."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    def line_at(self, offset: int) -> int:
        """The line on which a character of the text stands."""
        return self.line + sum(turn <= offset for turn in self.turns)

    def quoted(self, start: int = 0, most: int = QUOTE_WORDS) -> str:
        """At most so many words of the sentence, with a few before the place that matters."""
        words = self.text.split()
        at = len(self.text[:start].split())
        first = 0 if at <= most - 4 else max(0, min(at - most // 3, len(words) - most))
        return "“" + " ".join(words[first : first + most]).strip(" .,;:") + "”"

    def cited(self, start: int = 0) -> str:
        """The words with their place, as a remark cites them."""
        lead = self.lead.rstrip(" :").split()[-LEAD_WORDS:]
        needs_lead = lead and self.stance in _TURNING and stance_of(self.text) is not self.stance
        said = self.quoted(start, QUOTE_WORDS - len(lead)) if needs_lead else self.quoted(start)
        under = f" under “{' '.join(lead)}”" if needs_lead else ""
        return f"{said}{under} ({self.document}, line {self.line_at(start)})"


@dataclass(slots=True)
class _Block:
    """Lines that belong together: a paragraph, a heading or one item of a list."""

    line: int
    indent: int
    is_item: bool
    is_numbered: bool
    text: str
    turns: list[int] = field(default_factory=list)

    @property
    def leads(self) -> bool:
        return self.text.endswith(":")

    @property
    def is_heading(self) -> bool:
        bare = not self.text.endswith((".", ":", ";", ",", "?", "!"))
        free = not self.is_item or self.is_numbered
        short = len(self.text.split()) <= HEADING_WORDS and "://" not in self.text
        return bare and free and short and stance_of(self.text) is not Stance.RULES_OUT


_NO_LEAD = ("", Stance.SAYS)


def statements_of(pack: Pack, text: str | None) -> tuple[Statement, ...]:
    """The statements of a pack's document, or of the clauses it quotes when the document is not there."""
    if text is not None:
        return tuple(_statements(pack.id, pack.document, text))
    quotes = [(rule.line, rule.clause.quote) for rule in pack.rules]
    return tuple(
        Statement(pack.id, f"{pack.id}.yaml", line, quote, stance_of(quote))
        for line, quote in dict.fromkeys(quotes)
    )


def _statements(pack: str, document: str, text: str) -> Iterator[Statement]:
    heading = ""
    lead, lead_stance = outer = _NO_LEAD
    above: _Block | None = None
    for block in _blocks(text):
        if not block.is_item:
            lead, lead_stance = outer = _NO_LEAD
        elif above and above.is_item and block.indent > above.indent and not above.text.endswith("."):
            outer = (lead, lead_stance)
            lead, lead_stance = above.text, _item_stance(above.text, lead_stance)
        elif above and above.is_item and block.indent < above.indent and outer != _NO_LEAD:
            lead, lead_stance = outer
        above = block
        if block.is_heading:
            heading = block.text
        for i, (start, end) in enumerate(_sentences(block.text)):
            sentence = block.text[start:end]
            first = i == 0 and block.is_item
            stance = _item_stance(sentence, lead_stance) if first else stance_of(sentence)
            turns = tuple(t - start for t in block.turns if start < t < end)
            line = block.line + sum(t <= start for t in block.turns)
            yield Statement(pack, document, line, sentence, stance, lead if first else "", heading, turns)
        if block.leads:
            last = block.text[_sentences(block.text)[-1][0] :]
            lead_stance = _item_stance(last, lead_stance) if block.is_item else stance_of(last)
            lead = last


def _item_stance(sentence: str, lead: Stance) -> Stance:
    own = stance_of(sentence)
    starts_with_verb = own is Stance.ASKS and lead in {Stance.RULES_OUT, Stance.ALLOWS}
    if own is Stance.SAYS or (starts_with_verb and stance_of(f"they {sentence}") is not Stance.ASKS):
        return lead
    return own


def _blocks(text: str) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        bare = " ".join(line.split())
        if not bare or (block is not None and not _continues(block, line, bare)):
            if block is not None:
                yield block
            block = None
        if not bare:
            continue
        if block is not None:
            block.turns.append(len(block.text) + 1)
            block.text += f" {bare}"
            continue
        bullet = _BULLET.match(line)
        words = " ".join(line[bullet.end() :].split()) if bullet else bare
        if words:
            indent = len(line) - len(line.lstrip())
            block = _Block(number, indent, bullet is not None, bool(_NUMBERED.match(line)), words)
    if block is not None:
        yield block


def _continues(block: _Block, line: str, bare: str) -> bool:
    if _BULLET.match(line) or block.leads:
        return False
    if bare[0].islower():
        return True
    return len(block.text) >= WRAPPED_FROM and block.text[-1] not in '.!?:;)”"' and not block.is_heading


def _sentences(text: str) -> Sequence[tuple[int, int]]:
    found, start = [], 0
    for match in _ENDING.finditer(text):
        before = text[start : match.start() + 1].rsplit(" ", 1)[-1].lower().lstrip("(“‘")
        follows = text[match.end() : match.end() + 1]
        if before in _SHORT_FORMS or not (follows.isupper() or follows in "“‘\"'"):
            continue
        found.append((start, match.start() + 1))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found
