"""Which elements does a mail client leave around quoted history and signatures?

Every client marks what it adds to a message in its own way: an id, a class, a border. A Mark says
where such an element lies in the text; ``history.py`` decides what it means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a client's element promises."""

    QUOTE = "quote"
    """Holds somebody else's words, to its end."""
    WRAPPER = "wrapper"
    """Holds a quotation and its attribution, and perhaps answers between the lines."""
    CREDIT = "credit"
    """Holds the attribution: "On Monday, Jane wrote:"."""
    HISTORY = "history"
    """The earlier message starts here and runs to the end of the body."""
    RULE = "rule"
    """A line across the page; the earlier message starts here if a header block follows."""
    SIGNATURE = "signature"
    """Holds the signature."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A client's element: places in the text, `end` excluded; None when it was never closed."""

    kind: MarkKind
    start: int
    end: int | None = None


# Outlook on the web puts "x_" before the ids and classes of mail it quotes.
_IDS = {
    "divrplyfwdmsg": MarkKind.HISTORY,
    "olk_src_body_section": MarkKind.QUOTE,
    "mail-editor-reference-message-container": MarkKind.QUOTE,
    "zwchr": MarkKind.RULE,
    "replysplit": MarkKind.HISTORY,
    "replyheaders": MarkKind.CREDIT,
    "signature": MarkKind.SIGNATURE,
    "ms-outlook-mobile-signature": MarkKind.SIGNATURE,
    "applemailsignature": MarkKind.SIGNATURE,
    "composer_signature": MarkKind.SIGNATURE,
}
_CLASSES = {
    "gmail_quote": MarkKind.WRAPPER,
    "gmail_quote_container": MarkKind.WRAPPER,
    "gmail_attr": MarkKind.CREDIT,
    "gmail_signature": MarkKind.SIGNATURE,
    "yahoo_quoted": MarkKind.QUOTE,
    "protonmail_quote": MarkKind.WRAPPER,
    "protonmail_signature_block": MarkKind.SIGNATURE,
    "moz-cite-prefix": MarkKind.CREDIT,
    "moz-forward-container": MarkKind.QUOTE,
    "moz-signature": MarkKind.SIGNATURE,
    "moz-txt-sig": MarkKind.SIGNATURE,
    "ms-outlook-mobile-reference-message": MarkKind.QUOTE,
    "ms-outlook-mobile-signature": MarkKind.SIGNATURE,
    "zmail_extra": MarkKind.WRAPPER,
    "outlookmessageheader": MarkKind.HISTORY,
    "quoted_reply": MarkKind.QUOTE,
    "elided-text": MarkKind.WRAPPER,
}
# Word puts the signature and the earlier message into bookmarks: in an anchor, then in every run.
_BOOKMARKS = {"_mailautosig": MarkKind.SIGNATURE, "_mailoriginal": MarkKind.QUOTE}
_RULE_COLOURS = ("#e1e1e1", "#b5c4df")


def kind_of(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> MarkKind | None:
    """What the element `name` promises; `style` holds its declarations in lower case, unspaced."""
    known = _IDS.get(attributes.get("id", "").strip().lower().removeprefix("x_"))
    if known is None and "class" in attributes:
        classes = attributes["class"].lower().split()
        known = next((_CLASSES[c] for c in (k.removeprefix("x_") for k in classes) if c in _CLASSES), None)
    if known is None:
        known = _BOOKMARKS.get(attributes.get("name", style.get("mso-bookmark", "")).lower())
    if name == "blockquote" and (known or attributes.get("type", "").strip().lower() == "cite"):
        return MarkKind.QUOTE
    if known is None and name == "div" and _is_rule(style):
        return MarkKind.RULE
    return known


def _is_rule(style: Mapping[str, str]) -> bool:
    border = style.get("border-top", "")
    return "solid" in border and any(colour in border for colour in _RULE_COLOURS)
