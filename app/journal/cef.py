"""How does the journal look to a system that takes CEF? A line an entry, without subject, address or name."""

from collections.abc import Iterator, Mapping

from app.domain.journal import Kind
from app.domain.verdict import Severity
from app.journal.told_entry import TITLES, ToldEntry

_NAMED: Mapping[str, str] = {
    "verdict": "outcome",
    "chosen": "outcome",
    "decided": "outcome",
    "state": "outcome",
    "count": "cnt",
    "addresses": "cnt",
    "times": "cnt",
    "items": "cnt",
}
"""Facts for which CEF has a key of its own; the others are custom strings with their names."""
_PEOPLE = frozenset({"sender", "by"})
_GRAVITY: Mapping[str, int] = {Severity.WARN.value: 4, Severity.JUSTIFY.value: 6, Severity.BLOCK.value: 8}
_USUAL, _TO_BE_SEEN = 2, 5
_WORTH_A_LOOK = frozenset({Kind.SIGN_IN_FAILURE, Kind.LOOKUP, Kind.REVEAL})


def as_cef(entry: ToldEntry, journal: str, version: str) -> str:
    """The line of an entry, without an end of line."""
    usual = _TO_BE_SEEN if entry.kind in _WORTH_A_LOOK else _USUAL
    gravity = _GRAVITY.get(str(entry.facts.get("verdict", "")), usual)
    head = ("Sendwell", "Sendwell", version, entry.kind.value, TITLES[entry.kind], str(gravity))
    keys = " ".join(f"{name}={_in_value(value)}" for name, value in _keys(entry, journal))
    return f"CEF:0|{'|'.join(map(_in_head, head))}|{keys}"


def _keys(entry: ToldEntry, journal: str) -> Iterator[tuple[str, str]]:
    yield "rt", str(entry.milliseconds)
    yield "deviceExternalId", journal
    yield "externalId", str(entry.number)
    if entry.person:
        yield "suid", entry.person
    custom = 0
    for name, fact in entry.facts.items():
        said = " ".join(fact) if isinstance(fact, tuple) else str(fact)
        if name in _PEOPLE or not said:
            continue
        if name in _NAMED:
            yield _NAMED[name], said
        else:
            custom += 1
            yield f"cs{custom}Label", name
            yield f"cs{custom}", said


def _in_head(words: str) -> str:
    return _on_one_line(words.replace("\\", "\\\\").replace("|", "\\|"))


def _in_value(words: str) -> str:
    return _on_one_line(words.replace("\\", "\\\\").replace("=", "\\="))


def _on_one_line(words: str) -> str:
    return words.replace("\r", "\\r").replace("\n", "\\n")
