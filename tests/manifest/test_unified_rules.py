"""The unified form: what Microsoft's own schema lets through, and must be told all the same."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.manifest.made import Made
from app.manifest.unified_rules import unified_faults
from app.wiring.manifest import Manifests


def extension(told: Any) -> Any:
    return told["extensions"][0]


def control(told: Any) -> Any:
    return extension(told)["ribbons"][0]["tabs"][0]["groups"][0]["controls"][0]


def event(told: Any, number: int = -1) -> Any:
    return extension(told)["autoRunEvents"][number]["events"][0]


def put(at: Any, name: str, value: Any) -> None:
    at[name] = value


SLIPS: dict[str, tuple[Callable[[Any], object], str]] = {
    "misspelt event": (lambda t: put(event(t, 0), "type", "newMessageComposeCreate"), "There is no event"),
    "the other form's name": (lambda t: put(event(t), "type", "OnMessageSend"), "There is no event OnMessageSend"),
    "event too early": (
        lambda t: put(extension(t)["autoRunEvents"][-1]["requirements"]["capabilities"][0], "minVersion", "1.11"),
        "messageSending came with Mailbox 1.12",
    ),
    "action of no runtime": (lambda t: put(event(t), "actionId", "onSend"), "No runtime has the action onSend"),
    "action that nothing uses": (
        lambda t: extension(t)["runtimes"][0]["actions"].append({"id": "spare", "type": "executeFunction"}),
        "Nothing uses the action spare",
    ),
    "one action twice": (
        lambda t: extension(t)["runtimes"][1]["actions"].append(extension(t)["runtimes"][0]["actions"][0]),
        "is there 2 times",
    ),
    "one event twice": (
        lambda t: extension(t)["autoRunEvents"][-1]["events"].append(event(t)), "messageSending is declared 2 times"
    ),
    "block": (lambda t: put(event(t)["options"], "sendMode", "block"), "send mode is block"),
    "no mode": (lambda t: event(t).pop("options"), "send mode is None"),
    "mode of another event": (
        lambda t: put(event(t, 0), "options", {"sendMode": "promptUser"}), "can have no send mode"
    ),
    "no small icon": (lambda t: control(t)["icons"].pop(0), "no icon of 16 pixels"),
    "icon of another size": (lambda t: put(control(t)["icons"][0], "size", 20), "not 20 by 20"),
    "icon that is not there": (
        lambda t: put(control(t)["icons"][0], "url", "https://sendwell.council.example/x.png"), "x.png is not there"
    ),
    "colour icon": (lambda t: put(t["icons"], "color", "outline.png"), "32 by 32 pixels, not 192"),
    "another host": (
        lambda t: put(extension(t)["runtimes"][0]["code"], "page", "https://cdn.example/launch.html"),
        "at a host that validDomains does not name",
    ),
    "domain with its scheme": (lambda t: put(t, "validDomains", ["https://a.example"]), "leave out scheme and path"),
    "version below one": (lambda t: put(t, "version", "0.9.0"), "1.0.0 or higher"),
}  # fmt: skip


def test_what_we_make_has_no_fault(made: Made) -> None:
    assert list(unified_faults(made)) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_what_the_schema_lets_through_is_told(made: Made, manifests: Manifests, slip: str) -> None:
    change, told = SLIPS[slip]
    unified = json.loads(made.unified)
    change(unified)
    faults = list(manifests.faults(replace(made, unified=json.dumps(unified))))

    assert [fault for fault in faults if told in fault]


def test_what_is_not_json_is_told(made: Made) -> None:
    assert "not JSON" in next(iter(unified_faults(replace(made, unified="{"))))
