"""How is one value of a pack changed without disturbing the rest of its file?

The value is found by its path of keys and put in where the old one stood, so comments, order and layout
stay as somebody wrote them. Rules are named by their id. Whether the result is a pack at all is for
`parse_pack` to say.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from app.domain.errors import PolicyChangeError

FieldPath: TypeAlias = tuple[str, ...]
"""For example ``("numbers", "bulk_schools_warn")`` or ``("rules", "no-bulk-to-schools", "mode")``."""


def amend(text: str, changes: Mapping[FieldPath, Any]) -> str:
    """The YAML with new values in place of old ones; a last key that is not there yet is added.

    Raises:
        PolicyChangeError: a path leads nowhere, or the text is no YAML.
    """
    for path, value in changes.items():
        text = _with(text, path, value)
    return text


def _with(text: str, path: FieldPath, value: Any) -> str:
    try:
        place: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise PolicyChangeError("The pack is no YAML. Upload it anew, or undo the last change.") from error
    for depth, step in enumerate(path):
        held = _entry(place, step)
        if held is None:
            is_new_key = depth == len(path) - 1 and isinstance(place, yaml.MappingNode) and place.value
            if not is_new_key:
                raise PolicyChangeError(f"The pack has no {' / '.join(path)}.")
            return _added(text, place, step, value)
        place = held
    assert place is not None  # noqa: S101 - a path has at least one step, and each found its entry
    start, end = place.start_mark.index, place.end_mark.index
    tail = "\n" if text[start:end].endswith("\n") else ""
    return f"{text[:start]}{_written(value)}{tail}{text[end:]}"


def _entry(place: yaml.Node | None, step: str) -> yaml.Node | None:
    if isinstance(place, yaml.MappingNode):
        return next((value for key, value in place.value if key.value == step), None)
    if isinstance(place, yaml.SequenceNode):
        return next((item for item in place.value if _id(item) == step), None)
    return None


def _id(item: yaml.Node) -> str:
    found = _entry(item, "id") if isinstance(item, yaml.MappingNode) else None
    return str(found.value) if found is not None else ""


def _added(text: str, place: Any, key: str, value: Any) -> str:
    first = place.value[0][0].start_mark
    between = ", " if place.flow_style else "\n" + " " * first.column
    return f"{text[: first.index]}{key}: {_written(value)}{between}{text[first.index :]}"


def _written(value: str | float | bool | Sequence[Any] | Mapping[str, Any]) -> str:
    """JSON is YAML, on one line and never ambiguous."""
    return json.dumps(value, ensure_ascii=False)
