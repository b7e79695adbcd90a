"""Whom can the compose window write to?

The fictional authority that ships with Sendwell: its schools, some colleagues, a group, a list, a
parent and a company. A real directory is never listed.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

SAMPLE = Path(__file__).parent / "sample"
SAMPLE_DOMAINS = ("wealdshire.example",)
"""Its mail domains; no real organisation can have one under .example."""
SAMPLE_BULK_SENDERS = ("communications@wealdshire.example",)
"""Who may write to all of its schools."""


def sample_people() -> tuple[Mapping[str, str], ...]:
    """Name, address, kind and a word about each; a trust's office stands once."""
    schools = {row["URN"]: row["EstablishmentName"] for row in _rows("register.csv", "cp1252")}
    clusters = {row["urn"]: row["cluster"] for row in _rows("clusters.csv")}
    found = {row["address"]: row for row in _rows("people.csv")}
    for row in _rows("emails.csv"):
        if row["urn"] in schools:
            about = f"{row['role']} · {clusters.get(row['urn'], 'no cluster')}"
            person = {"name": schools[row["urn"]], "address": row["address"], "kind": "user", "about": about}
            found.setdefault(row["address"], person)
    return tuple(found.values())


def _rows(name: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines))
