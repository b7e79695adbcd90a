"""May the folder of the data be written to, and is there room on its disk?"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from app.wiring.ground import Ground
from app.wiring.weak_points import Weak

_HARDLY_ANY, _LITTLE = 200 * 10**6, 2 * 10**9


def weak_folders(ground: Ground) -> Iterator[Weak]:
    """Of the data folder, and of that of a SQLite database which lies elsewhere. Raises SettingsError."""
    address, folders = ground.settings.database, [ground.data.resolve()]
    if address.startswith("sqlite:///"):
        folders.append(Path(address.removeprefix("sqlite:///")).parent.resolve())
    for folder in dict.fromkeys(folders):
        try:
            TemporaryFile(dir=folder).close()
        except OSError as error:
            yield Weak(
                f"{folder} cannot be written to ({error.strerror}). Give it to the user that the service runs"
                " as, and look whether its disk is full or mounted to be read only"
            )
            continue
        free = shutil.disk_usage(folder).free
        if free < _LITTLE:
            yield Weak(
                f"{free // 10**6:,} MB are left on the disk of {folder}. Make room: once it is full, nothing"
                " is kept any more",
                is_serious=free < _HARDLY_ANY,
            )
