"""What routed drafts can be made from parts, to stand beside those that were written by hand?

    python -m bench.routing.templates > bench/routing/drafts-made.yaml

Each recipe (recipes.py) says who is written to, when, from which parts, and the route that the policy's words give.
Nothing of the service is run: the routes are decided here. The same seed gives the same drafts.
"""

import random
import sys
from collections.abc import Iterator
from typing import Any

import yaml

from bench.routing.pen import Pen, read_parts
from bench.routing.recipes import RECIPES

SEED = 14


def made() -> Iterator[dict[str, Any]]:
    """Every draft of every recipe, none of them twice."""
    pen = Pen(read_parts(), random.Random(SEED))  # noqa: S311 - variety, no secret
    seen: set[str] = set()
    for recipe in RECIPES:
        number = 0
        while number < recipe.count:
            draft = recipe.make(pen)
            text = str(draft.get("body", draft.get("html")))
            if text in seen:
                continue
            seen.add(text)
            number += 1
            also = {"also": [recipe.also]} if recipe.also else {}
            name = f"made-{recipe.route}-{recipe.name}-{number:02}"
            yield {"id": name, "route": recipe.route, **also, "why": recipe.why, "draft": draft}


def main() -> None:
    """Print the made drafts as YAML."""
    sys.stdout.write("# Made by templates.py; do not edit by hand.\n")
    yaml.safe_dump(list(made()), sys.stdout, sort_keys=False, allow_unicode=True, width=110)


if __name__ == "__main__":
    main()
