"""What does a provider post to us, itself or by its page?

It comes from elsewhere, without a token of our forms: what it says proves itself, or counts for nothing.
"""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import HTTPException, Request
from starlette.formparsers import MultiPartException

_PART_BYTES, _PARTS = 16 * 1024, 20


async def from_elsewhere(request: Request) -> Mapping[str, str]:
    """The fields of the form: small words, no files."""
    try:
        async with request.form(max_files=0, max_fields=_PARTS, max_part_size=_PART_BYTES) as form:
            return {name: said for name, said in form.items() if isinstance(said, str)}
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error
