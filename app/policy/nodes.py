"""Where in a YAML file does each value stand?

A Node is one value of a pack with its file, line and field path, so that whatever is wrong with it
can be said with the place. Text comes in as a string; nothing here opens a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

import yaml

from app.domain.errors import PackError

# The C loader is ten times as fast and keeps the same marks; not every build of PyYAML has it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """One value: its YAML node, the file it stands in and the path of keys that leads to it."""

    raw: yaml.Node
    file: str
    field: str

    @property
    def line(self) -> int:
        """The line on which the value starts, counted from 1."""
        return int(self.raw.start_mark.line) + 1

    def fail(self, problem: str) -> NoReturn:
        """Refuse the value, naming its place."""
        raise PackError(self.file, self.line, self.field or "the file", problem)

    def value(self) -> Any:
        """The value as plain Python data."""
        try:
            return yaml.constructor.SafeConstructor().construct_object(self.raw, deep=True)
        except (yaml.YAMLError, ValueError) as error:
            self.fail(f"this value cannot be read ({_why(error)}); put it in quotes if it is text")

    def mapping(self, required: frozenset[str], optional: frozenset[str] = frozenset()) -> dict[str, "Node"]:
        """The entries by key: every required key there, no key that is not named, none twice."""
        entries = self.entries()
        for key, node in entries.items():
            if key not in required | optional:
                known = ", ".join(sorted(required | optional))
                node.fail(f"there is no such field; remove it or use one of: {known}")
        for key in sorted(required - set(entries)):
            raise PackError(self.file, self.line, self._path(key), "missing; add it")
        return entries

    def entries(self) -> dict[str, "Node"]:
        """The entries by key, whatever the keys; none twice."""
        if not isinstance(self.raw, yaml.MappingNode):
            self.fail("this must be a set of `name: value` lines")
        entries: dict[str, Node] = {}
        for key, value in self.raw.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name in entries:
                raise PackError(self.file, key.start_mark.line + 1, self._path(name), "given twice; keep one")
            entries[name] = Node(value, self.file, self._path(name))
        return entries

    def items(self) -> Iterator["Node"]:
        """The entries of a list."""
        if not isinstance(self.raw, yaml.SequenceNode):
            self.fail("this must be a list: start each entry with `- `")
        for i, raw in enumerate(self.raw.value):
            yield Node(raw, self.file, f"{self.field}[{_id_of(raw) or i}]")

    def _path(self, name: str) -> str:
        return f"{self.field}.{name}" if self.field else name

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return isinstance(self.raw, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a set of `name: value` lines."""
        return isinstance(self.raw, yaml.MappingNode)

    def text(self) -> str:
        """The value as text, without white space around it; never empty."""
        value = self.value()
        if not isinstance(value, str) or not value.strip():
            self.fail("this must be text; write some, in quotes")
        return value.strip()

    def number(self) -> int | float:
        """The value as a number that is not below zero."""
        value = self.value()
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            self.fail("this must be a number, zero or more")
        return value

    def truth(self) -> bool:
        """The value as yes or no."""
        value = self.value()
        if not isinstance(value, bool):
            self.fail("this must be yes or no")
        return value

    def day(self) -> date:
        """The value as a date."""
        value = self.value()
        if isinstance(value, datetime) or not isinstance(value, date):
            self.fail("this must be a date written as 2026-11-30")
        return value

    def one_of(self, words: Mapping[str, Any]) -> Any:
        """What the value stands for among the given words."""
        word = self.text()
        if word not in words:
            self.fail(f"{word!r} is not known here; use one of: {', '.join(words)}")
        return words[word]


def node_from(text: str, file: str) -> Node:
    """The one document of a YAML text. Raises PackError at the place where it cannot be read."""
    try:
        raw = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise PackError(
            file, line, "YAML", f"this is not YAML ({_why(error)}); check quotes and indents"
        ) from error
    except (yaml.YAMLError, RecursionError, UnicodeError) as error:
        place = getattr(error, "position", None)
        line = text.count("\n", 0, place) + 1 if isinstance(place, int) else 1
        raise PackError(
            file, line, "YAML", f"this is not YAML ({_why(error)}); check the characters here"
        ) from error
    if raw is None:
        raise PackError(file, 1, "YAML", "the file is empty; start it with `id:`")
    return Node(raw, file, "")


def _id_of(raw: yaml.Node) -> str:
    """The id that a list entry gives itself, which people find sooner than its position."""
    if isinstance(raw, yaml.MappingNode):
        for key, value in raw.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return ""


def _why(error: BaseException) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None)
    return str(problem) if problem else type(error).__name__
