"""What is a backup as a file?

A packed tar that begins with its list: what is in it, with sizes and SHA-256 of each file. Read back,
everything has to be as listed, nothing more and nothing less. With a passphrase all of it is sealed.
"""

import gzip
import hashlib
import json
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from app.adapters.archive.passphrase import HEAD_BYTES, OpenedFile, SealingFile, is_sealed
from app.domain.errors import BackupError

LIST = "backup.json"
_PIECE = 2**20
_LONGEST_LIST = 256 * 2**20

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many bytes of it are, and of how many."""


def write_archive(
    file: Path, files: Mapping[str, Path], facts: Mapping[str, Any], passphrase: str, tell: Progress
) -> None:
    """Write it beside its place, read it back, and move it there: it is there whole or not at all.

    Raises:
        BackupError: it cannot be written, or does not read back.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with open(beside, "wb", opener=lambda p, flags: os.open(p, flags, 0o600)) as out:
            _write(out, files, facts, passphrase, tell)
            out.flush()
            os.fsync(out.fileno())
        read_archive(beside, None, passphrase, tell)
        beside.replace(file)
        _to_disk(file.parent)
    except OSError as error:
        raise BackupError(
            f"{file} cannot be written ({error.strerror}). Name a folder that is there and has room, and that"
            " this user may write to."
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def read_archive(file: Path, into: Path | None, passphrase: str, tell: Progress) -> dict[str, Any]:
    """Look whether all of it is as listed, and lay it in the folder `into` if one is given; its list.

    Raises:
        BackupError: it is no backup, damaged, incomplete, or sealed with another passphrase.
    """
    try:
        with _opened(file, passphrase) as tar:
            first = tar.next()
            if first is None or first.name != LIST or first.size > _LONGEST_LIST:
                raise BackupError(f"{file} is no backup of Sendwell.")
            listed: dict[str, Any] = json.loads(_content(tar, first).read())
            wanted = dict(listed["files"])
            done, total = 0, sum(told["bytes"] for told in wanted.values())
            while (member := tar.next()) is not None:
                told = wanted.pop(member.name, None)
                if told is None or not member.isreg() or member.size != told["bytes"]:
                    raise BackupError(f"{file} holds something that is not in its list.")
                _take(_content(tar, member), told, into / member.name if into else None)
                done += member.size
                tell("looked through" if into is None else "unpacked", done, total)
    except OSError as error:
        if error.strerror is None:  # what unpacks it says so of what it cannot unpack
            raise BackupError(f"{file} is no backup of Sendwell, or is damaged.") from None
        raise BackupError(
            f"{file} cannot be read ({error.strerror}). Look at its name and rights."
        ) from error
    except (tarfile.TarError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        raise BackupError(f"{file} is no backup of Sendwell, or is damaged.") from None
    if wanted:
        raise BackupError(f"{file} is not complete: {len(wanted)} of its files are missing.")
    return listed


def _write(
    out: IO[bytes], files: Mapping[str, Path], facts: Mapping[str, Any], passphrase: str, tell: Progress
) -> None:
    listed = {name: {"bytes": path.stat().st_size, "sha256": _sum(path)} for name, path in files.items()}
    told = json.dumps({**facts, "files": listed}).encode()
    done, total = 0, sum(path.stat().st_size for path in files.values())
    with ExitStack() as stack:
        into: Any = stack.enter_context(SealingFile(out, passphrase)) if passphrase else out
        packed = stack.enter_context(gzip.GzipFile(fileobj=into, mode="wb", compresslevel=3, mtime=0))
        tar = stack.enter_context(tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT))
        tar.addfile(_plain(LIST, len(told)), BytesIO(told))
        for name, path in files.items():
            with path.open("rb") as content:
                tar.addfile(_plain(name, path.stat().st_size), content)
            done += path.stat().st_size
            tell("written", done, total)


@contextmanager
def _opened(file: Path, passphrase: str) -> Iterator[tarfile.TarFile]:
    with ExitStack() as stack:
        source: Any = stack.enter_context(file.open("rb"))
        if is_sealed(head := source.read(HEAD_BYTES)):
            if not passphrase:
                raise BackupError(f"{file} is sealed. Name the file with its passphrase: --passphrase-file.")
            source = OpenedFile(head, source, passphrase)
        else:
            source.seek(0)
        packed = stack.enter_context(gzip.GzipFile(fileobj=source, mode="rb"))
        yield stack.enter_context(tarfile.open(fileobj=packed, mode="r|"))
        while packed.read(_PIECE):
            pass  # to the very end, where gzip's own sum and the mark of the last piece stand


def _take(content: IO[bytes], told: Mapping[str, Any], place: Path | None) -> None:
    digest = hashlib.sha256()
    with ExitStack() as stack:
        out = None
        if place is not None:
            place.parent.mkdir(0o700, parents=True, exist_ok=True)
            out = stack.enter_context(open(place, "xb", opener=lambda p, flags: os.open(p, flags, 0o600)))
        while piece := content.read(_PIECE):
            digest.update(piece)
            if out is not None:
                out.write(piece)
        if out is not None:
            out.flush()
            os.fsync(out.fileno())
    if digest.hexdigest() != told["sha256"]:
        raise BackupError("The backup is damaged: one of its files is not what was written.")


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(member)
    if content is None:
        raise BackupError("The backup holds something that is no file.")
    return content


def _plain(name: str, size: int) -> tarfile.TarInfo:
    """Nothing of the machine goes along: no owner, no rights, no time."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


def _sum(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
