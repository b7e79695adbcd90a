"""Who is named in an address header?

Read in one pass that accepts what people and programs write: quoted names, comments, groups, commas
or semicolons, and headers cut off in the middle.
"""

from collections.abc import Iterator

from app.adapters.mail.words import decode_words
from app.domain.draft import Mailbox

_CLOSES = {'"': '"', "<": ">", "(": ")"}


def mailboxes(header: str) -> tuple[Mailbox, ...]:
    """The mailboxes in a From, To, Cc or Bcc header, in order; a group counts as its members."""
    has_groups = ":" in header
    by_semicolon = not has_groups and header.count("@") <= header.count(";") > 0
    found: list[Mailbox] = []
    for entry in _entries(header, ";" if by_semicolon else ",;"):
        mailbox = _mailbox(entry)
        if mailbox is None:
            continue
        if found and not found[-1].address and mailbox.address and mailbox.name and not has_groups:
            mailbox = Mailbox(mailbox.address, f"{found.pop().name}, {mailbox.name}")  # Smith, Jo <jo@…>
        found.append(mailbox)
    return tuple(found)


def _entries(header: str, separators: str) -> Iterator[str]:
    """The header cut at separators and at the colon of a group, outside quotes and brackets."""
    start = at = opened = 0
    closing = ""
    while at < len(header):
        character = header[at]
        if closing:
            if character == "\\":
                at += 1
            elif character == closing:
                closing = ""
        elif character in _CLOSES:
            closing, opened = _CLOSES[character], at
        elif character in separators:
            yield header[start:at]
            start = at + 1
        elif character == ":":
            start = at + 1
        at += 1
    if closing and opened >= start:  # never closed: what opened it was a slip
        yield from (header[start:opened] + header[opened + 1 :].replace(">", "")).split(",")
    else:
        yield header[start:]


def _mailbox(entry: str) -> Mailbox | None:
    before, bracket, after = entry.rpartition("<")
    if bracket and not _is_quoted(before):
        address = after.partition(">")[0]
        name = before
    else:
        address, _, comment = entry.partition("(")
        name = comment.rpartition(")")[0]
        if "@" not in address:
            name, address = (address, "") if not name else (name, address)
    address = decode_words("".join(address.split())).removeprefix("mailto:").strip("'\"<>")
    name = decode_words(_unquoted(name.strip())).strip("'\" ")
    return Mailbox(address, name) if address or name else None


def _is_quoted(before: str) -> bool:
    return before.count('"') % 2 == 1


def _unquoted(name: str) -> str:
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = name[1:-1]
    return name.replace('\\"', '"').replace("\\\\", "\\")
