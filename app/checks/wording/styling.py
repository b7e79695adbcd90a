"""Is the HTML of a draft dressed up?

Counts, in the part the author wrote, colours that are not plain, typefaces, and pictures pasted into
the HTML. What Outlook writes by itself (``mso-`` styles, its own blue and black, one or two typefaces, a
small logo) is not dressing. One pass over the source each, no parsing: a count needs no tree.
"""

from dataclasses import dataclass

from app import linear
from app.checks.words import word_set
from app.domain.draft import BodyFormat, Draft, ReplyKind

_KILOBYTE = 1_000
_COLOUR = linear.compile(
    r"(?i)[\s\"';{](?:color|background|background-color|bgcolor)\s*[:=]\s*[\"']?\s*(#[0-9a-f]{3,8}|rgb\([^)\"']{5,24}\)|[a-z]{3,20})"
)
_TYPEFACE = linear.compile(
    r"(?i)(?:font-family\s*:\s*|<font[^>]{0,80}face\s*=\s*[\"']?)[\"']?(?:&quot;)?([a-z][a-z ]{2,30})"
)
_PASTED = linear.compile(r"(?i)src\s*=\s*[\"']?data:image/[a-z+.-]{2,12};base64,([a-z0-9+/=\s]*)")
_STYLE_SHEET = linear.compile(r"(?is)<style\b.*?</style\s*>|<!--.*?-->")
_HISTORY = linear.compile(
    r"(?i)id=[\"']?(?:x_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)|class=[\"']?gmail_quote"
    r"|border-top:\s?solid\s#(?:E1E1E1|B5C4DF)|<blockquote|-----Original Message-----"
)
_PLAIN = word_set("""
    black windowtext white auto inherit initial transparent none currentcolor blue purple gray grey text
    #000 #000000 #fff #ffffff #1f497d #0563c1 #954f72 #0000ff #0078d4 #0078d7 #467886 #800080 #222222
    #212121 #333333 #333 #242424 #201f1e #323130 #44546a #1f3864 #2f5496 rgb(0,0,0) rgb(255,255,255)
    rgb(33,33,33) rgb(36,36,36) rgb(32,31,30) rgb(34,34,34) rgb(51,51,51) rgb(5,99,193) rgb(17,17,17)
""")
_GENERIC = word_set("inherit initial sans-serif serif monospace symbol wingdings arial calibri aptos")


@dataclass(frozen=True, slots=True)
class Styling:
    """How many unusual colours and typefaces, and how many kilobytes of pasted pictures."""

    colours: int
    typefaces: int
    picture_kb: int


def styling_of(draft: Draft) -> Styling:
    """What the author's own part of the HTML is dressed in; nothing for plain text."""
    inline = sum(a.size for a in draft.attachments if a.inline) // _KILOBYTE
    if draft.body.format is not BodyFormat.HTML:
        return Styling(0, 0, inline)
    source = _own_part(draft)
    pasted = sum(len(match[1]) * 3 // 4 for match in _PASTED.finditer(source)) // _KILOBYTE
    dress = _PASTED.sub(" ", source)
    colours = {match[1].lower().replace(" ", "") for match in _COLOUR.finditer(dress)} - _PLAIN
    typefaces = {match[1].strip().lower() for match in _TYPEFACE.finditer(dress)} - _GENERIC
    return Styling(len(colours), len(typefaces), pasted + inline)


def _own_part(draft: Draft) -> str:
    source: str = _STYLE_SHEET.sub(" ", draft.body.content)
    history = None if draft.reply is ReplyKind.NEW else _HISTORY.search(source)
    return source[: history.start()] if history else source
