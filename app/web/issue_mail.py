"""How does an issue of the bulletin look as HTML mail?

One column of headings, paragraphs and lists, without tables, pictures, scripts or anything fetched from
elsewhere, so nothing tells who opened it. Mail programs without style sheets still show it in order.
"""

from enum import StrEnum
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.bulletin.printed.issue_text import issue_text
from app.bulletin.printed.layout import LaidOut
from app.web.pages import ROOM


class Look(StrEnum):
    """Whose colours: those that the reader's program prefers, or for a preview one or the other."""

    READERS = "readers"
    LIGHT = "light"
    DARK = "dark"


def issue_html(laid_out: LaidOut, look: Look = Look.READERS) -> str:
    """The whole document. Everything that editors wrote is escaped."""
    return _environment().get_template("issue.html").render(mail=laid_out, look=look.value)


def text_html(laid_out: LaidOut) -> str:
    """The plain text of the mail as a page, for a preview."""
    return _environment().get_template("text.html").render(mail=laid_out, words=issue_text(laid_out))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(ROOM / "templates" / "mail"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
