"""What did somebody put into a form of ours?

The only way in for what a page sends: it must come from a page of ours, on this machine, in this very visit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException

from app.web.nearby import require_nearby, require_own_page
from app.web.people import Current, is_form_token

TOKEN = "form_token"  # noqa: S105 - the name of the field, not a secret
UPLOAD_BYTES = 1024 * 1024
LARGE_UPLOADS: Mapping[str, int] = {"/desk/directory/import": 32 * UPLOAD_BYTES}
"""The national register of one authority is a megabyte or two, of the country far more."""
_DIGITS = 12
STALE = "This page had been open too long, or somebody else is named now. Nothing was changed. Open it again."


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that came with a form."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields of a form by name, as they were sent."""

    fields: Mapping[str, Sequence[str]]
    files: Mapping[str, Upload]

    def text(self, name: str) -> str:
        """One field on one line, without white space around it; empty when it is not there."""
        return " ".join(self.whole(name).split())

    def whole(self, name: str) -> str:
        """One field with its lines as they are; empty when it is not there."""
        found = self.fields.get(name, ())
        return found[-1].replace("\r\n", "\n").replace("\0", "") if found else ""

    def number(self, name: str) -> int:
        """A field that is a whole number, such as the version that a form was made from; else 0."""
        said = self.text(name)
        return int(said) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else 0

    def every(self, name: str) -> Sequence[str]:
        """Every value of a field, for boxes that can be ticked together."""
        return [value.replace("\0", "") for value in self.fields.get(name, ())]

    def has(self, name: str) -> bool:
        """Whether the field, or the button of that name, was sent."""
        return name in self.fields


async def _posted(request: Request, _visit: Current) -> Posted:
    require_nearby(request)
    require_own_page(request)
    try:
        async with request.form(max_files=4, max_fields=2000, max_part_size=UPLOAD_BYTES) as form:
            fields: dict[str, list[str]] = {}
            files: dict[str, Upload] = {}
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    most = LARGE_UPLOADS.get(request.url.path, UPLOAD_BYTES)
                    files[name] = await _upload(value, most)
                else:
                    fields.setdefault(name, []).append(value)
    except MultiPartException as error:
        raise HTTPException(
            HTTPStatus.BAD_REQUEST, "The form could not be read. Nothing was changed."
        ) from error
    posted = Posted(fields, files)
    if not is_form_token(request, posted.text(TOKEN)):
        raise HTTPException(HTTPStatus.FORBIDDEN, STALE)
    return posted


async def _upload(file: UploadFile, most: int) -> Upload:
    content = await file.read(most + 1)
    if len(content) > most:
        said = f"The file is over {most // UPLOAD_BYTES} MiB. Nothing was changed."
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said)
    return Upload(file.filename or "", content)


Form = Annotated[Posted, Depends(_posted)]
"""Every route that takes a form takes it as this."""
