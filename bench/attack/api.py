"""Does the API keep its own OpenAPI promise, whatever is sent and in whichever order?

Schemathesis makes the cases: the edges of every field, thousands by chance that fit the description or do not, and
chains along the links, each with all of its checks. One round is one person; rounds differ by their seed.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import schemathesis
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from bench.attack.service import HANG_S, Attacked

BEYOND_A_SCHEMA = ("/api/v1/documents", "/api/v1/bulletin/items", "/api/v1/bulk-requests", "/api/v1/fixes")
"""A schema cannot say what a file must hold, who must be known, what a request needs, or which steps a card has."""
_SETTINGS = """
seed = {seed}
continue-on-failure = true
request-timeout = {hang}
suppress-health-check = ["all"]
{headers}
[generation]
max-examples = {examples}
no-shrink = true
database = "none"
[phases.stateful.generation]
max-examples = {chains}
[phases.examples]
enabled = false
[phases.coverage]
enabled = {edges}
{operations}
"""


@dataclass
class Tally:
    """What was asked, how it was answered, and what was wrong with it."""

    cases: Counter[str] = field(default_factory=Counter)
    """By who asked."""
    answers: Counter[str] = field(default_factory=Counter)
    """By status."""
    faults: Counter[str] = field(default_factory=Counter)
    """By operation and what was wrong; no more than the first lines of it."""
    asked: dict[str, str] = field(default_factory=dict)
    """By fault, what was said to the request that first showed it, and the request."""

    @property
    def total(self) -> int:
        """How many cases."""
        return self.cases.total()


@dataclass(frozen=True)
class Round:
    """How much of it: cases by chance for each operation, chains, and whether the edges of every field too."""

    seed: int
    examples: int
    chains: int
    edges: bool = True


def attack(service: Attacked, name: str, plan: Round, tally: Tally) -> None:
    """One person asks everything."""
    config = schemathesis.Config.from_str(_settings(service.token(name), plan))
    schema = schemathesis.openapi.from_url(f"{service.url}/openapi.json", config=config)
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            _count(event.recorder, name, tally)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            tally.faults[f"{name}: {_said(event)}"] += 1


def _settings(headers: dict[str, str], plan: Round) -> str:
    operations = "".join(
        f'[[operations]]\ninclude-path-regex = "^{path}(/|$)"\nchecks.positive_data_acceptance.enabled = false\n'
        for path in BEYOND_A_SCHEMA
    )
    return _SETTINGS.format(
        seed=plan.seed,
        hang=HANG_S,
        headers=f"headers = {{ Authorization = {json.dumps(headers['Authorization'])} }}" if headers else "",
        examples=plan.examples,
        chains=plan.chains,
        edges=str(plan.edges).lower(),
        operations=operations,
    )


def _count(recorder: ScenarioRecorder, name: str, tally: Tally) -> None:
    tally.cases[name] += len(recorder.interactions)
    for held in recorder.interactions.values():
        tally.answers[str(held.response.status_code) if held.response else "none"] += 1
    for number, said in _failures(recorder):
        case = recorder.cases[number].value
        fault = f"{case.operation.label} as {name}: {said}"
        tally.faults[fault] += 1
        told = recorder.interactions[number].response
        answer = f"{told.status_code} {told.text[:300]}" if told else "no answer"
        asked = f"{case.method} {case.formatted_path} {case.query} {case.body!r}"[:3000]
        tally.asked.setdefault(fault, f"{answer} to {asked}")


def _failures(recorder: ScenarioRecorder) -> Iterator[tuple[str, str]]:
    for number, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info:
                failure = check.failure_info.failure
                yield number, f"{failure.title}: {failure.message}"[:400]


def _said(event: events.NonFatalError | events.FatalError) -> str:
    return str(event.exception if isinstance(event, events.FatalError) else event.info)[:400]
