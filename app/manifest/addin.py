"""What is the add-in to Outlook? The one source of both manifests, from YAML text to typed values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from app.domain.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Event:
    """One event that Outlook wakes us for: its name in both forms, and which function of the bundle it calls.

    `since` is the Mailbox requirement set that it came with; `holds` says that Send waits for the answer.
    """

    outlook: str
    unified: str
    since: str
    calls: str
    mobile: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """The button that opens the pane."""

    id: str
    group: str
    label: str
    tip: str


@dataclass(frozen=True, slots=True)
class Permission:
    """What it may do with the open item, in both forms' words."""

    outlook: str
    unified: str


@dataclass(frozen=True, slots=True)
class AddIn:
    """Everything that is the same for every organisation: `addresses` are paths, `icons` sizes in pixels."""

    version: str
    provider: str
    short: str
    description: str
    mailbox: str
    permission: Permission
    command: Command
    addresses: Mapping[str, str]
    events: tuple[Event, ...]
    icons: tuple[int, ...]

    @property
    def functions(self) -> tuple[str, ...]:
        """What the bundle must have associated."""
        return tuple(event.calls for event in self.events)


def parse_addin(text: str) -> AddIn:
    """The add-in that `text` describes.

    Raises:
        SettingsError: something is missing or misspelt.
    """
    try:
        given: dict[str, Any] = yaml.safe_load(text)
        return AddIn(
            **given
            | {
                "permission": Permission(**given["permission"]),
                "command": Command(**given["command"]),
                "events": tuple(Event(**event) for event in given["events"]),
                "icons": tuple(given["icons"]),
            }
        )
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise SettingsError(f"manifest/addin.yaml cannot be read: {error}") from error
