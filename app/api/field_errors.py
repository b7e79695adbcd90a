"""What is wrong with a field, in plain words?

Says what to send instead, and never repeats what was sent.
"""

from collections.abc import Mapping
from typing import Any

_SAID = {
    "missing": "This field is needed.",
    "string_type": "This must be text.",
    "string_unicode": "This must be text.",
    "bool_type": "This must be true or false.",
    "bool_parsing": "This must be true or false.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number.",
    "int_parsing_size": "This number is too large.",
    "int_from_float": "This must be a whole number.",
    "finite_number": "This must be a whole number.",
    "list_type": "This must be a list.",
    "model_type": "This must be an object.",
    "model_attributes_type": "This must be an object.",
    "dict_type": "This must be an object.",
    "timezone_aware": "The time needs its offset: write it like 2026-11-20T17:00:00+00:00.",
    "enum": "This must be one of: {expected}.",
    "greater_than_equal": "This must be {ge} or more.",
    "less_than_equal": "This must be {le} or less.",
    "string_too_long": "This may be {max_length} characters long at most.",
    "list_too_long": "This may have {max_length} entries at most.",
    "string_too_short": "This must be {min_length} characters long at least.",
}
_DATE = "This must be a day, written like 2026-11-20."
_TIME = "This must be a time, written like 2026-11-20T17:00:00+00:00."
_OTHERWISE = "This value cannot be used. See the field in /openapi.json."


def in_words(error: Mapping[str, Any]) -> str:
    """What one error of pydantic means for whoever wrote the client."""
    kind = str(error["type"])
    if kind.startswith("date_"):
        return _DATE
    if kind in {"too_long", "too_short"}:
        kind = f"{'list' if error['ctx']['field_type'] == 'List' else 'string'}_{kind}"
    if kind.startswith(("datetime_", "time_")):
        return _TIME
    limits = dict(error.get("ctx", {}))
    if "expected" in limits:
        limits["expected"] = (
            str(limits["expected"]).replace("''", "an empty text").replace("'", "").replace(" or ", ", ")
        )
    try:
        return _SAID.get(kind, _OTHERWISE).format(**limits)
    except KeyError:
        return _OTHERWISE
