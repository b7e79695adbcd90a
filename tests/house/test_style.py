"""Has every class that a page names its rules in the style sheet, so that none is only a slip of the pen?"""

import re

from app.web.pages import ROOM, STATIC

STYLE = (STATIC / "sendwell.css").read_text() + (STATIC / "desk.js").read_text()
KNOWN = set(re.findall(r"\.([a-z][a-z-]*[a-z])", STYLE))
WITHOUT = {"hold"}
"""Names that only say what something is."""
TEMPLATES = sorted(p for p in (ROOM / "templates").rglob("*.html") if p.parent.name != "mail")


def named(words: str) -> set[str]:
    """The classes of a template that are written out."""
    plain = re.sub(r"\{%.*?%\}", " ", re.sub(r"\{\{.*?\}\}", "{}", words))
    found = {name for value in re.findall(r'class="([^"]*)"', plain) for name in value.split()}
    return {name for name in found if "{" not in name}


def test_every_class_is_in_the_style_sheet() -> None:
    without_rules = {path.name: named(path.read_text()) - KNOWN - WITHOUT for path in TEMPLATES}

    assert TEMPLATES
    assert {name: classes for name, classes in without_rules.items() if classes} == {}


def test_a_slip_would_be_seen() -> None:
    assert named('<a class="button main{% if x %} small{% endif %} badge-{{ kind }}">') == {
        "button",
        "main",
        "small",
    }
    assert "button-main" not in KNOWN
