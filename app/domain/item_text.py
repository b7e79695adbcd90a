"""What will schools read of an item for the bulletin, and what is wrong with it yet?

The words, for whom they are, by when to act and whom to ask, each with its limit; nothing of how an item
moves over the desk (``item.py``).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.written import too_long, unreadable, wrong_line, wrong_links, wrong_text

HEADLINE_MAX, SUMMARY_MAX, BODY_MAX = 60, 100, 20_000
CONTACT_MAX, LINK_MAX, LINKS_MAX, DOCUMENTS_MAX = 200, 2_000, 20, 20


class Consent(StrEnum):
    """What the sender says of pictures of people, and of facts about one person."""

    NONE_SHOWN = "none-shown"
    """No picture of a person and no fact about one."""
    GIVEN = "given"
    """There are some, and every person (or parent) gave permission for this."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ItemText:
    """What schools will read. Plain text; `body` in paragraphs; `closes` is the day by which to act."""

    headline: str
    summary: str
    body: str = ""
    for_whom: ForWhom = EVERYBODY
    closes: date | None = None
    contact: str = ""
    """Whom to ask: a name with a work telephone number or address."""
    links: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Ids of documents on the website."""
    consent: Consent = Consent.UNKNOWN

    @property
    def rest(self) -> str:
        """The body beyond the summary, where it begins with that as whole sentences; else all of it."""
        said = self.summary.split()
        words = self.body.split(maxsplit=len(said))
        rest = words[len(said)] if len(words) > len(said) else ""
        begun = self.body[: len(self.body) - len(rest)]
        begins = " ".join(begun.split())
        is_whole = not rest or begins.endswith((".", "!", "?")) or "\n" in begun[len(begun.rstrip()) :]
        return rest if is_whole and begins.rstrip(".") == " ".join(said).rstrip(".") else self.body

    def faults(self) -> dict[str, str]:
        """What is wrong, by field, in words for whoever fills the form; empty when it may be submitted."""
        wrong = {
            "headline": wrong_line("headline", self.headline, HEADLINE_MAX),
            "summary": wrong_line("summary", self.summary, SUMMARY_MAX),
            "body": wrong_text("text", self.body, BODY_MAX),
            "contact": too_long("line on whom to ask", self.contact, CONTACT_MAX)
            or unreadable("line on whom to ask", self.contact),
            "links": wrong_links(self.links, LINKS_MAX, LINK_MAX),
            "documents": f"Give at most {DOCUMENTS_MAX} documents." * (len(self.documents) > DOCUMENTS_MAX),
            "for_whom": "Every school reads it. Choose kinds of schools." if self.for_whom.schools else "",
        }
        return {field: said for field, said in wrong.items() if said}
