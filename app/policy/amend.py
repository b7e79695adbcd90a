"""How is one value of a pack changed without disturbing the rest of its file?

The value is found by its path of keys and put in where the old one stood, so comments, order and layout
stay as somebody wrote them. Rules are named by their id, steps of a rule by their place from 0. Whether the
result is a pack at all is for `parse_pack` to say.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import yaml

from app.domain.errors import PolicyChangeError

FieldPath: TypeAlias = tuple[str, ...]
"""For example ``("numbers", "bulk_schools_warn")`` or ``("rules", "no-bulk-to-schools", "mode")``."""


# The C loader is ten times as fast and keeps the same marks; not every build of PyYAML has it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Put `words` in place of the code points from `start` to `end`."""

    start: int
    end: int
    words: str


def amend(text: str, changes: Mapping[FieldPath, Any]) -> str:
    """The YAML with new values in place of old ones; a last key that is not there yet is added.

    Raises:
        PolicyChangeError: a path leads nowhere, or the text is no YAML.
    """
    try:
        root = yaml.compose(text, _Loader)
    except yaml.YAMLError as error:
        raise PolicyChangeError("The pack is no YAML. Upload it anew, or undo the last change.") from error
    edits = [_edit(text, root, path, value) for path, value in changes.items()]
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def _edit(text: str, root: yaml.Node | None, path: FieldPath, value: Any) -> _Edit:
    *before, last = path
    place = root
    for step in before:
        place = _entry(place, step)
    held = _entry(place, last)
    if held is not None:
        start, end = held.start_mark.index, _end(held)
        return _Edit(start, start + len(text[start:end].rstrip()), _written(value))
    if not (isinstance(place, yaml.MappingNode) and place.value):
        raise PolicyChangeError(f"The pack has no {' / '.join(path)}.")
    first = place.value[0][0].start_mark
    between = ", " if place.flow_style else "\n" + " " * first.column
    return _Edit(first.index, first.index, f"{last}: {_written(value)}{between}")


def _end(held: yaml.Node) -> int:
    """Where the last word of a value ends; YAML counts comments before the next key to it."""
    if isinstance(held, yaml.CollectionNode) and held.value and not held.flow_style:
        last = held.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(held.end_mark.index)


def _entry(place: yaml.Node | None, step: str) -> yaml.Node | None:
    if isinstance(place, yaml.MappingNode):
        return next((value for key, value in place.value if key.value == step), None)
    if isinstance(place, yaml.SequenceNode):
        named = next((item for item in place.value if _id(item) == step), None)
        return place.value[int(step)] if named is None and _is_place_in(place, step) else named
    return None


def _is_place_in(place: yaml.SequenceNode, step: str) -> bool:
    return step.isdecimal() and step.isascii() and int(step) < len(place.value)


def _id(item: yaml.Node) -> str:
    found = _entry(item, "id") if isinstance(item, yaml.MappingNode) else None
    return str(found.value) if found is not None else ""


def _written(value: str | float | bool | date | Sequence[Any] | Mapping[str, Any]) -> str:
    """JSON is YAML, on one line and never ambiguous; it has no dates."""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
