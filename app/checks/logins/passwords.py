"""Where does a password stand, and with which user name?

Three ways of looking, gathered here: said outright, placed like one with the look of one, and beside a user
name. One that has a user name near it is a login.
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.logins.cues import USER_NAME
from app.checks.logins.described import find_described
from app.checks.logins.looks import odd_words
from app.checks.logins.pairs import find_in_tables, find_pairs, is_other_column
from app.checks.logins.placed import find_placed
from app.checks.logins.said import find_said
from app.checks.logins.secrets import Secret
from app.checks.logins.stretches import Stretches
from app.checks.patterns.passages import Passage

_USER = linear.compile(
    rf"(?i)\b(?:{USER_NAME}|log ?-?in|log ?-?on"
    r"|e-?mail(?: address)?)(?:(?: is| are)? ?[:=\x{2013}-]? ?| is |\s?\t)"
    r"([\w+-]*[@.\d_\\][\w.@+\\-]{1,60})"
    rf"|\b(?:{USER_NAME}|log ?-?in)(?: is | ?[:=] ?| )([\w-]{{3,40}})\b"
)
_NO_NAME = linear.compile(
    r"(?i)^(?:and|or|is|are|details?|page|screen|guide|your|the|with|for|password|to|as|you)$"
)
_APART = 160
_EXAMINED = 500


def find_passwords(passage: Passage) -> Iterator[Secret]:
    """Every password; one with its user name beside it is a login."""
    stretches = Stretches(passage.text)
    found: dict[int, Secret] = {}
    odd = odd_words(passage.text)
    pairs = [*find_pairs(passage, stretches, odd), *find_in_tables(passage)]
    alone = (
        *find_said(passage, stretches),
        *find_placed(passage, stretches, odd),
        *find_described(passage, stretches),
    )
    for secret in (*pairs, *alone):
        found.setdefault(secret.start, secret)
    found = {at: secret for at, secret in found.items() if not is_other_column(passage, at)}
    users = list(_users(passage.text)) if found else []
    last = -1
    for secret in sorted(found.values(), key=lambda s: (s.start, -s.end)):
        if secret.start >= last:
            last = secret.end
            yield _with_user(secret, users)


def _users(text: str) -> Iterator[tuple[int, int]]:
    for match in islice(_USER.finditer(text), _EXAMINED):
        group = 1 if match.group(1) else 2
        if _NO_NAME.match(match.group(group)) is None:
            yield match.span(group)


def _with_user(secret: Secret, users: list[tuple[int, int]]) -> Secret:
    """The secret, called a login when a user name is near."""
    near = (
        -_APART <= start - secret.end <= _APART and (end <= secret.start or start >= secret.end)
        for start, end in users
    )
    if secret.kind == "password" and any(near):
        return Secret("login", secret.passage, secret.start, secret.end, secret.confidence)
    return secret
