"""How does a page open the reader's own mail program, with the mail written?"""

from urllib.parse import quote

_LONGEST = 1500
"""Of the words: mail programs take about 2,000 characters of an address, and a sign may need several."""


def mailto(address: str, subject: str, words: str) -> str:
    """The address of a link. A long text is cut at a line, and says so."""
    body = words
    while len(quote(body)) > _LONGEST and body:
        body = body[: len(body) * 9 // 10]
    if body != words:
        body = f"{body.rpartition(chr(10))[0] or body}\n\n[Shortened: please copy the rest from the page.]"
    body = quote(body.replace("\n", "\r\n"))
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={body}"
