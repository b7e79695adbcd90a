"""Drafts as people write them in YAML: the cast, a shorthand for recipients, and marked spans.

The shorthand is the policy owner's own (``app/policy_owner/example_drafts.py``). In a body,
``⟦kind|words⟧`` marks what a check must point at.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from app.domain.draft import Draft
from app.policy_owner import example_drafts

_MARK = re.compile(r"⟦([a-z0-9-]+)\|(.*?)⟧", re.DOTALL)
_MARKED = ("subject", "body", "html")
_CASES = Path(__file__).parent / "cases"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def cases_of(check: str) -> Sequence[Mapping[str, Any]]:
    """The marked drafts of a check."""
    found: list[Mapping[str, Any]] = yaml.load((_CASES / f"{check}.yml").read_text("utf-8"), _LOADER)  # noqa: S506 - the safe loader
    return found


def unmarked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without marks, and each mark as kind, start, end."""
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        marks.append((match[1], len(plain), len(plain) + len(match[2])))
        plain += match[2]
        at = match.end()
    return plain + text[at:], marks


def draft_from(example: Mapping[str, Any]) -> Draft:
    """A Draft from one YAML example; what is not said has an ordinary default."""
    unknown = set(example) - _KEYS
    if unknown:
        raise ValueError(f"unknown keys in an example draft: {sorted(unknown)}")
    plain = {name: unmarked(str(example[name]))[0] for name in _MARKED if example.get(name) is not None}
    return example_drafts.draft_from({**example, **plain})


_KEYS = {
    "subject",
    "body",
    "html",
    "at",
    "from",
    "from_name",
    "to",
    "cc",
    "bcc",
    "attachments",
    "reply",
    "importance",
    "item",
}
