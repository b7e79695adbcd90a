"""How much of ours must be fetched before the pane shows anything?"""

import gzip
import re
from pathlib import Path

DIST = Path(__file__).resolve().parents[2] / "addin-ui" / "dist"
MOST_BYTES = 90 * 1024
_NAMED = re.compile(r"""assets/[\w.-]+\.(?:js|css)""")
_IMPORTED = re.compile(r"""from\s*["']\./([\w.-]+\.js)["']|import\s*["']\./([\w.-]+\.js)["']""")


def fetched(page: str) -> set[str]:
    """The scripts and styles that a page loads by itself; what is only imported when needed is left out."""
    waiting = {name.removeprefix("assets/") for name in _NAMED.findall((DIST / page).read_text())}
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        if name.endswith(".js"):
            text = (DIST / "assets" / name).read_text()
            imported = {a or b for a, b in _IMPORTED.findall(text)}
            waiting |= imported - found
    return found


def test_the_pane_is_light_before_anybody_signs_in(browser: object) -> None:
    assert browser, "the fixture makes sure that the pages are built"
    names = fetched("pane.html")
    sizes = {name: len(gzip.compress((DIST / "assets" / name).read_bytes(), 9)) for name in names}

    assert {name.rpartition(".")[2] for name in names} == {"js", "css"}
    assert not any("msal" in name for name in names)
    assert sum(sizes.values()) <= MOST_BYTES, sizes
