"""Is what the address of a page names there?"""

from http import HTTPStatus
from typing import TypeVar

from fastapi import HTTPException

T = TypeVar("T")


def there(found: T | None, otherwise: str) -> T:
    """What was found. Raises HTTPException: 404, with words for a person, when nothing was."""
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, otherwise)
    return found
