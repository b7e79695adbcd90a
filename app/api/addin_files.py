"""How are the add-in's built pages served, and for how long may Outlook keep them?

Their parts have a hash in their name and never change, so they are kept for good, and earlier builds' are
found too. What Outlook asks for by one name for ever is asked for again; icons must be keepable, or the
ribbon shows none.
"""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
A_WEEK = "public, max-age=604800"
MINUTES = "public, max-age=300"
"""What runs at Send is not asked for at each Send: its loading counts towards Outlook's five seconds."""
_AT_SEND = {"launch.html", "launch.js"}
_PARTS = "assets"


class _Kept(StaticFiles):
    """Files that say for how long they may be kept."""

    def file_response(
        self,
        full_path: "os.PathLike[str] | str",
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """As ever, with how long it may be kept."""
        reply = super().file_response(full_path, stat_result, scope, status_code)
        reply.headers["Cache-Control"] = self.how_long(PurePath(full_path))
        return reply

    def how_long(self, path: PurePath) -> str:
        """What Cache-Control says of a file."""
        raise NotImplementedError


class AddinFiles(_Kept):
    """The newest build, and the parts of earlier ones."""

    def __init__(self, built: Path, earlier: Sequence[Path]) -> None:
        """`earlier` are folders that hold parts alone, newest first."""
        super().__init__(directory=built, html=True)
        self.all_directories = [built, *earlier]

    def how_long(self, path: PurePath) -> str:
        """Parts for good; what is asked for by one name for ever is asked again."""
        if path.parent.name == _PARTS:
            return FOR_GOOD
        return MINUTES if path.name in _AT_SEND else ASKED_AGAIN


class Icons(_Kept):
    """The icons: nothing may say that they must not be kept."""

    def how_long(self, path: PurePath) -> str:  # noqa: ARG002  one answer for all
        """A week."""
        return A_WEEK
