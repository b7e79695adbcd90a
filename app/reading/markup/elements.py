"""Which elements are open at this place of an HTML body?

Knows just enough of the HTML standard to close what it would close: implied ends of paragraphs,
list items, rows and cells, and stray end tags that end nothing. Open elements are counted, so that
no search is longer than what it closes.
"""

from dataclasses import dataclass


def names(words: str) -> frozenset[str]:
    """A set of names from a line of them."""
    return frozenset(words.split())


LISTS = names("ul ol menu dir dl")
_WALLS = names("table td th caption button object applet marquee template")
_ROWS = names("tr tbody thead tfoot")
_CELLS = names("td th")
CLOSERS = _CELLS | _ROWS | names("li dd dt option")
"""Elements whose start tag may close another that is no paragraph."""
_ITEMS = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt"), "option": ("option",)}


@dataclass(slots=True)
class Element:
    """One open element. `flags` is what held outside it; `mark` and `anchor` say what it left, or are -1."""

    name: str
    flags: int = 0
    mark: int = -1
    anchor: int = -1
    breaks: int = 0
    number: int = 1
    has_bullets: bool = True
    cells: int = 0


class OpenElements:
    """The stack of open elements."""

    def __init__(self) -> None:
        """Start with none."""
        self.lists: list[Element] = []
        self.rows: list[Element] = []
        self._stack: list[Element] = []
        self._walls: list[str] = []
        self._all: dict[str, int] = {}
        self._behind_wall: list[dict[str, int]] = [{}]  # since the last table, cell or the like
        self._in_list: list[dict[str, int]] = [{}]  # since the last of those or the last list

    def __bool__(self) -> bool:
        return bool(self._stack)

    def push(self, element: Element) -> None:
        """Open an element."""
        name = element.name
        for counts in self._counted(name):
            counts[name] = counts.get(name, 0) + 1
        self._stack.append(element)
        if name in _WALLS:
            self._walls.append(name)
            self._behind_wall.append({})
            self._in_list.append({})
        elif name in LISTS:
            self._in_list.append({})
            self.lists.append(element)
        elif name == "tr":
            self.rows.append(element)

    def pop(self) -> Element:
        """Close the innermost element."""
        element = self._stack.pop()
        name = element.name
        if name in _WALLS:
            self._walls.pop()
            self._behind_wall.pop()
            self._in_list.pop()
        elif name in LISTS:
            self._in_list.pop()
            self.lists.pop()
        elif name == "tr":
            self.rows.pop()
        for counts in self._counted(name):
            counts[name] -= 1
        return element

    def _counted(self, name: str) -> tuple[dict[str, int], ...]:
        """Where elements of this name are counted; the first is for the sake of their end tags."""
        if name in _ITEMS:
            return (self._behind_wall[-1], self._in_list[-1])
        if name in _ROWS:
            return (self._all, self._behind_wall[-1])
        return (self._all if name in _WALLS else self._behind_wall[-1],)

    def closed_by_end(self, name: str) -> tuple[str, ...]:
        """The name to close up to at this end tag; none when it ends nothing."""
        return (name,) if self._counted(name)[0].get(name, 0) > 0 else ()

    def closed_by_start(self, name: str, *, closes_paragraph: bool) -> tuple[str, ...]:
        """The names of which the nearest is to be closed before this start tag; ask until none."""
        if name in _CELLS or name in _ROWS:
            return self._closed_by_grid(name)
        if name in _ITEMS:
            found = tuple(n for n in _ITEMS[name] if self._in_list[-1].get(n, 0) > 0)
            if found:
                return found
        if closes_paragraph and self._behind_wall[-1].get("p", 0) > 0:
            return ("p",)
        return ()

    def _closed_by_grid(self, name: str) -> tuple[str, ...]:
        if self._walls and self._walls[-1] in _CELLS:
            return (self._walls[-1],)
        if name in _CELLS:
            return ()
        closes = ("tr",) if name == "tr" else sorted(_ROWS)
        return tuple(n for n in closes if self._behind_wall[-1].get(n, 0) > 0)
