"""What do the pages about requests ask of others, beside the bulletin's desk?

What the checks say of the mail that is asked for, and how far it has come once it goes out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.bulk_request import BulkRequest
from app.web.desk.room import Gates, HowFar


def _no_gates(_request: BulkRequest) -> Gates:
    return Gates()


def _no_mailing(_request: BulkRequest) -> HowFar:
    return HowFar()


@dataclass(frozen=True, slots=True)
class RequestsRoom:
    """Built once."""

    gates: Callable[[BulkRequest], Gates] = _no_gates
    how_far: Callable[[BulkRequest], HowFar] = _no_mailing
