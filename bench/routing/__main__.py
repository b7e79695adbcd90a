"""Does the right draft take the right route?

    python -m bench.routing [--show ROUTE] [--only hand|made|second|third|fourth|fifth|sixth|seventh|eighth|blind-7|blind-8|own-7 to own-19]

The drafts of this folder were written apart from the code (README.md). Each goes the whole road, with the
trained model, the shipped packs and the test authority of 60 schools. Prints the confusion table: rows are
what the writer decided, columns what Sendwell says. A draft about which Sendwell asks its sender counts as
right where the writer's route is one of the answers; how many are asked is printed, and what is right without
asking. ``--show`` prints the drafts of a route that came out otherwise.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from app.compose.check_draft import Road, check_draft
from app.domain.draft import Moment
from app.domain.verdict import Channel
from nlp_models.mail.scripts.measure.shares import wilson
from tests.drafts import draft_from
from tests.road import real_reader, road

FOLDER = Path(__file__).parent
FILES = {
    "hand": FOLDER / "drafts.yaml",
    "made": FOLDER / "drafts-made.yaml",
    "second": FOLDER / "second.yaml",
    "third": FOLDER / "third.yaml",
    "fourth": FOLDER / "fourth.yaml",
    "fifth": FOLDER / "fifth.yaml",
    "sixth": FOLDER / "sixth.yaml",
    "seventh": FOLDER / "seventh.yaml",
    "eighth": FOLDER / "eighth.yaml",
    "blind-7": FOLDER / "blind-7.yaml",
    "blind-8": FOLDER / "blind-8.yaml",
    **{f"own-{n}": FOLDER / f"own-{n}.yaml" for n in range(7, 20)},
}


@dataclass(frozen=True, slots=True)
class Routed:
    """One draft with the route that its writer chose, others as good, and what Sendwell said or asked."""

    written: Mapping[str, Any]
    meant: Channel
    also: frozenset[Channel]
    said: Channel
    asked: frozenset[Channel] = frozenset()
    """The channels of the answers, where the sender is asked."""

    @property
    def is_exact(self) -> bool:
        """Whether it took the route that was meant, or one as good, or asks which of two with it among them."""
        return bool((self.asked or {self.said}) & {self.meant, *self.also})


def routed(written: Mapping[str, Any], on: Road) -> Routed:
    """The draft on its way."""
    route = check_draft(draft_from(written["draft"]), Moment.COMPOSE, on).verdict.route
    return Routed(
        written,
        Channel(written["route"]),
        frozenset(map(Channel, written.get("also", ()))),
        route.channel,
        frozenset(answer.channel for answer in route.question.answers) if route.question else frozenset(),
    )


def main() -> None:
    """Route every draft and print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--show", choices=[*map(str, Channel), "all"])
    asked.add_argument("--only", choices=list(FILES))
    wanted = asked.parse_args()
    on = road(reader=real_reader())
    files = [FILES[wanted.only]] if wanted.only else [file for file in FILES.values() if file.is_file()]
    written = [one for file in files for one in yaml.safe_load(file.read_text(encoding="utf-8"))]
    found = [routed(one, on) for one in written]
    if wanted.show:
        _show([one for one in found if wanted.show in {"all", one.meant} and not one.is_exact])
    print("\n".join(table(found)))
    print()
    print("\n".join(figures(found)))


def table(found: Sequence[Routed]) -> list[str]:
    """The confusion table, as Markdown. A route as good as the writer's counts as the writer's."""
    cells = Counter((one.meant, one.meant if one.is_exact else one.said) for one in found)
    head = ["written as", *map(str, Channel), "all", "exact"]
    rows = [_row(head), _row(["---", *("---:" for _ in head[1:])])]
    for meant in Channel:
        counts = [cells[meant, said] for said in Channel]
        if total := sum(counts):
            rows.append(_row([meant, *counts, total, f"{cells[meant, meant] / total:.1%}"]))
    return rows


def figures(found: Sequence[Routed]) -> list[str]:
    """The three figures that are asked for, each with its 95 % interval."""
    bulk = {Channel.BULLETIN, Channel.COMMUNICATIONS_TEAM, Channel.LOCAL_OFFICER}
    casework = [one for one in found if "casework" in _kinds(one)]
    team = [one for one in found if one.meant is Channel.COMMUNICATIONS_TEAM]
    urgent = [one for one in team if _kinds(one) & {"urgent", "chase", "law", "holiday"}]
    to_bulletin = [one.said is Channel.BULLETIN and not one.is_exact for one in urgent]
    return [
        _share("exact", [one.is_exact for one in found]),
        _share("exact without asking", [one.is_exact and not one.asked for one in found]),
        _share("asked", [bool(one.asked) for one in found]),
        _share(
            "asked of those for the bulletin", [bool(o.asked) for o in found if o.meant is Channel.BULLETIN]
        ),
        _share("casework called bulk", [one.said in bulk for one in casework]),
        _share("truly urgent sent to the bulletin", to_bulletin),
        _share("truly urgent about which the sender is asked", [bool(one.asked) for one in urgent]),
    ]


def _kinds(one: Routed) -> set[str]:
    """What kind of draft it is: as it is marked, or by the template that its id names."""
    return {str(one.written.get("kind")), *str(one.written["id"]).split("-")}


def _share(what: str, hits: Sequence[bool]) -> str:
    if not hits:
        return f"{what}: no such draft"
    share, low, high = wilson(sum(hits), len(hits))
    return f"{what}: {sum(hits)} of {len(hits)}, {share:.1%} ({low:.1%} to {high:.1%})"


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _show(wrong: Sequence[Routed]) -> None:
    for one in wrong:
        draft = one.written["draft"]
        print(f"{one.written['id']}: {one.meant} ({one.written['why']}), said {one.said}")
        print(f"  {draft.get('to')} {draft.get('cc', '')} | {draft.get('subject')}")
        print("  " + str(draft.get("body", draft.get("html", "")))[:600].replace("\n", "\n  "))


if __name__ == "__main__":
    main()
