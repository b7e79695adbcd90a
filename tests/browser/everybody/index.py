"""Where does somebody see all pages at once? Writes ``docs/screens/README.md`` from the table; `make screens` calls it."""

from collections.abc import Iterator, Sequence

from tests.browser.everybody.kept import SCREENS, screen_of
from tests.browser.everybody.scene import PHONE, Room
from tests.browser.everybody.table import ROOMS

INDEX = SCREENS / "README.md"
HEAD = """# Every page in every state

Made by `make screens` from the table in `tests/browser/everybody/`, on the sample authority and on made-up people. Beside
each picture stands a snapshot of what a screen reader finds there, in `tests/browser/everybody/snapshots/`. The tests hold every
state to its snapshot, and to axe-core in light, in dark and with forced colours, at 320 px, at 400 % zoom, with spaced text,
with reduced motion and with the keyboard alone. A page that was changed fails until `make screens` has renewed both and
somebody has looked at them.
"""


def index_of(rooms: Sequence[Room]) -> str:
    """The page."""
    return "\n".join([HEAD, *(line for room in rooms for line in _room(room))])


def _room(room: Room) -> Iterator[str]:
    yield f"## {room.title}\n"
    for state in room.states:
        name = state.name.replace("-", " ").capitalize()
        yield f"### {name}\n"
        files = [screen_of(room, state)] + [screen_of(room, state, PHONE["width"])] * state.is_kept_narrow
        yield " ".join(f"![{name}]({file.relative_to(SCREENS).as_posix()})" for file in files) + "\n"


if __name__ == "__main__":
    SCREENS.mkdir(parents=True, exist_ok=True)
    INDEX.write_text(index_of(ROOMS), encoding="utf-8")
