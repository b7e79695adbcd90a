"""What do the pages about requests ask of others, beside the bulletin's desk?

What the checks say of the mail that is asked for, and how far it has come once it goes out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.bulk_request import BulkRequest
from app.web.desk.room import Gate, Gates, HowFar, Shown


def _no_gates(_request: BulkRequest) -> Gates:
    return Gates()


def _no_mailing(_request: BulkRequest) -> HowFar:
    return HowFar()


_LABELS: Mapping[str, str] = {"headline": "Subject", "body": "The mail"}


def of_a_mail(gates: Gates) -> Gates:
    """What the checks say, with the words for the parts of a mail instead of an item's."""

    def relabelled(parts: Iterable[Shown]) -> tuple[Shown, ...]:
        return tuple(replace(part, label=_LABELS.get(part.field, part.label)) for part in parts)

    def named(gate: Gate) -> Gate:
        return replace(gate, parts=relabelled(gate.parts), beside=relabelled(gate.beside))

    return replace(gates, found=tuple(map(named, gates.found)))


@dataclass(frozen=True, slots=True)
class RequestsRoom:
    """Built once."""

    gates: Callable[[BulkRequest], Gates] = _no_gates
    how_far: Callable[[BulkRequest], HowFar] = _no_mailing
