"""Made-up policies of other organisations, for the looks at sentences and packs."""

from textwrap import dedent

from app.policy.linting.statement import Statement, statements_of
from app.policy.pack import Pack, parse_pack

_PACK = """\
id: {id}
title: T
document: {id}.txt
owner: O
review_by: 2028-01-01
rules:
- id: be-kind-{id}
  listens: hours/late
  confidence: medium
  severity: warn
  mode: enforce
  title: T
  message: M.
  clause: {{section: S, quote: Be kind.}}
  actions: [{{kind: reword, label: L}}]
  flags: [{{}}]
  passes: [{{}}]
"""


def pack(name: str, more: str = "") -> Pack:
    """A pack with one rule, and any further fields."""
    return parse_pack(_PACK.format(id=name) + more, f"{name}.yaml")


def said(**documents: str) -> tuple[Statement, ...]:
    """The statements of documents by their names."""
    return tuple(s for name, text in documents.items() for s in statements_of(pack(name), dedent(text)))
