"""Which earlier builds of the add-in's pages can still be had?

Outlook goes on with a page that it loaded days ago, and fetches the page's later parts when it needs them: by
names that a new build no longer has. So the parts of each build that was served are kept, the last few.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import structlog

PARTS = "assets"
"""The folder of a build whose files have a hash of their content in their name."""
MOST = 10
log = structlog.get_logger("sendwell.builds")


def keep_build(built: Path, kept: Path, most: int = MOST) -> tuple[Path, ...]:
    """Keep the parts of the build in `built` under `kept`; the folders of the last `most`, newest first.

    Several processes may do it at once. Where nothing can be kept, the service starts all the same.
    """
    try:
        if (built / PARTS).is_dir():
            _keep(built / PARTS, kept)
        found = sorted(
            (folder for folder in kept.glob("build-*") if (folder / PARTS).is_dir()),
            key=lambda folder: folder.stat().st_mtime_ns,
            reverse=True,
        )
        for old in found[most:]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        log.warning("earlier builds are not kept", folder=str(kept), reason=error.strerror)
        return ()
    return tuple(found[:most])


def _keep(parts: Path, kept: Path) -> None:
    target = kept / f"build-{_mark(parts)}"
    if not target.is_dir():
        kept.mkdir(0o700, parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(prefix="new-", dir=kept))
        try:
            shutil.copytree(parts, copy / PARTS)
            copy.rename(target)
        except FileExistsError:
            pass  # another process was first
        except OSError:
            if not target.is_dir():
                raise
        finally:
            shutil.rmtree(copy, ignore_errors=True)
    os.utime(target)


def _mark(parts: Path) -> str:
    """Names tell the content; nothing need be read."""
    names = sorted(str(file.relative_to(parts)) for file in parts.rglob("*") if file.is_file())
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]
