"""Is a picture a PNG, and how large is it really?"""

import struct
from collections.abc import Iterable, Iterator, Mapping

_BEGINNING = b"\x89PNG\r\n\x1a\n"


def png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the file's own header says; None when it is no PNG."""
    if not content.startswith(_BEGINNING) or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def picture_faults(wanted: Iterable[tuple[str, int]], pictures: Mapping[str, bytes]) -> Iterator[str]:
    """What is missing of `wanted`, names with their size, is no PNG, or has other sides."""
    for name, size in dict.fromkeys(wanted):
        found = png_size(pictures.get(name, b""))
        if name not in pictures:
            yield f"The icon {name} is not there."
        elif found is None:
            yield f"The icon {name} is no PNG."
        elif found != (size, size):
            yield f"The icon {name} has {found[0]} by {found[1]} pixels, not {size} by {size}."
