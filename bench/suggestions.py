"""How good is the item that is made of a draft?

    python -m bench.suggestions [open.yaml] [--show]

Drafts and what a careful editor expects of the item lie in ``bench/bulletin_drafts``; their writer saw none of
the code. Told are, for each part of the form, how many of the drafts it is right on; limits broken, strings that
must not stand in headline or summary, and words that are not in the draft. ``blind.yaml`` is only ever counted.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml

from app.bulletin.from_draft.suggest import Suggestion, suggest
from app.checks import look
from app.compose.read_draft import read_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Mailbox, ReplyKind
from app.domain.for_whom import ForWhom, Role
from app.domain.item_text import HEADLINE_MAX, SUMMARY_MAX
from app.settings import load_settings
from app.wiring.installation import Installation

_FOLDER = Path(__file__).parent / "bulletin_drafts"
_CLUSTERS = ("Denholt", "Kingsmere", "Tarn", "Eastmarch", "North", "South", "Upper Denholt")
_PHASES = {"early-years": "nursery", "post-16": "16-plus"}
_TYPES = {"maintained": "Local authority maintained schools", "academy": "Academies"}
_TYPE_PHASES = {
    "special": "special",
    "pru": "alternative-provision",
    "infant": "primary",
    "junior": "primary",
}
_ROLES = {
    "headteacher": Role.HEAD,
    "governor": Role.GOVERNORS,
    "SENCO": Role.SENCO,
    "DSL": Role.SAFEGUARDING,
    "business manager": Role.BUSINESS,
}


def clusters_of(entries: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The clusters of the places where the drafts were written, which the directory there would know."""
    wanted = [entry["expect"]["for_whom"] for entry in entries]
    named = [name for one in wanted if one["scope"] == "cluster" for name in one["of"]]
    return tuple(dict.fromkeys((*_CLUSTERS, *named)))


def draft_of(entry: Mapping[str, Any]) -> Draft:
    """The draft of an entry."""
    subject = entry["subject"]
    reply = ReplyKind.REPLY if subject.upper().startswith("RE:") else ReplyKind.NEW
    reply = ReplyKind.FORWARD if subject.upper().startswith(("FW:", "FWD:")) else reply
    sender = Mailbox(entry["from"]["address"], entry["from"]["name"])
    sent = datetime.combine(date.fromisoformat(entry["sent"]), time(10), LONDON)
    return Draft(subject, Body(entry["body"]), sent, sender, reply=reply)


def judge(entry: Mapping[str, Any], made: Suggestion, draft: Draft) -> Iterator[tuple[str, bool]]:
    """Each part of the form, and whether it is as expected."""
    text, wanted = made.text, entry["expect"]
    both = f"{text.headline} | {text.summary}"
    flat = both.casefold().replace("-", " ")
    yield "headline within its limit", 0 < len(text.headline) <= HEADLINE_MAX
    yield "summary within its limit", len(text.summary) <= SUMMARY_MAX
    yield "a summary", bool(text.summary)
    yield "closing date", _is_closing(text.closes, wanted)
    yield "for whom", _is_for(text.for_whom, wanted["for_whom"])
    contact = wanted["contact"]
    for part in ("name", "phone", "email"):
        yield f"contact: {part}", not contact[part] or contact[part].casefold() in text.contact.casefold()
    yield "links", {_bare(link) for link in text.links} == {_bare(link) for link in wanted["links"]}
    words = [word.casefold().replace("-", " ") for word in wanted["must_mention"]]
    yield "all key words", all(word in flat for word in words)
    yield "a key word", any(word in flat for word in words)
    yield "nothing that must not stand there", not any(word in both for word in wanted["never"])
    yield "no word of its own", not strange_words(text.headline + " " + text.summary, draft)


def strange_words(words: str, draft: Draft) -> set[str]:
    """Words that are not in the draft."""
    there = f"{draft.subject} {draft.body.content}".casefold()
    return {word for word in words.casefold().split() if word.strip(".,:;?!") not in there}


def _is_closing(found: date | None, wanted: Mapping[str, Any]) -> bool:
    also = wanted.get("closing_date_also_right") or ()
    return (found.isoformat() if found else None) in {wanted["closing_date"], *also}


def _is_for(found: ForWhom, wanted: Mapping[str, Any]) -> bool:
    names = set(wanted["of"])
    match wanted["scope"]:
        case "all":
            return found.is_everybody
        case "phase":
            return {p.value for p in found.phases} == {_PHASES.get(n, n) for n in names}
        case "type":
            types = {_TYPES[n] for n in names if n in _TYPES}
            phases = {_TYPE_PHASES[n] for n in names if n in _TYPE_PHASES}
            return types <= found.types and phases == {p.value for p in found.phases}
        case "role":
            roles = {_ROLES[n] for n in names if n in _ROLES}
            return bool(roles) <= bool(found.roles & roles) and not found.types
        case _:
            return found.clusters == names


def _bare(link: str) -> str:
    return link.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def main() -> None:
    """Make an item of each draft and count."""
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("drafts", nargs="?", default="open.yaml")
    ways.add_argument("--show", action="store_true")
    given = ways.parse_args()
    may_show = given.show and "blind" not in given.drafts
    around = Installation(load_settings({})).road(keeps_records=False).around
    right, count = Counter[str](), 0
    entries = yaml.safe_load((_FOLDER / given.drafts).read_text(encoding="utf-8"))
    clusters = clusters_of(entries)
    for entry in entries:
        draft = draft_of(entry)
        reading = read_draft(draft, around)
        made = suggest(reading, look(reading)[0], around.speller.knows, clusters)
        parts = list(judge(entry, made, draft))
        right.update(part for part, is_right in parts if is_right)
        count += 1
        if may_show:
            text = made.text
            print(f"\n{entry['id']} {entry['subject'][:100]!r}\n  {text.headline}\n  {text.summary}")
            for part, is_right in parts:
                if not is_right:
                    told = {"closing date": text.closes, "for whom": text.for_whom, "links": text.links}
                    said = told.get(part, text.contact if part.startswith("contact") else "")
                    print(f"    NOT {part}: {said}")
    for part, number in right.items():
        print(f"{part:36}{number:4} of {count}")


if __name__ == "__main__":
    main()
