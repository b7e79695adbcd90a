"""How is somebody told that a setting is wrong? By its name, what it takes, and what was meant."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

_PLAIN = {
    "int_parsing": "a whole number is needed",
    "float_parsing": "a number is needed",
    "bool_parsing": "true or false is needed",
    "greater_than_equal": "{ge} or more is needed",
    "less_than_equal": "{le} or less is needed",
    "literal_error": "one of {expected} is needed",
    "string_too_long": "{max_length} signs at most",
    "value_error": "{error}",
}
_OTHER_FORM = "string_pattern_mismatch"


def unknown(name: str, known: Collection[str], beginning: str) -> str:
    """Nothing is called `name`; all of `known` begin with `beginning`."""
    ends = [one.removeprefix(beginning) for one in known]
    near = get_close_matches(name.removeprefix(beginning), ends, 1)
    return f"Did you mean {beginning}{near[0]}?" if near else "docs/settings.md lists all of them."


def wrong_value(error: ErrorDetails, fields: Mapping[str, FieldInfo]) -> str:
    """What it takes; where it has a form of its own, its description shows it."""
    given: Mapping[str, Any] = error.get("ctx", {})
    if error["type"] == _OTHER_FORM:
        field = fields[str(error["loc"][0])]
        return f"it is not written as it has to be. {(field.description or '').removesuffix('.')}"
    return _PLAIN[error["type"]].format(**given) if error["type"] in _PLAIN else error["msg"]
