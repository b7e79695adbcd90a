"""Which words of a sentence that tells a secret can be the secret?

An odd word, a few digits, words in quotation marks or plain ones at the end of "is …", of the surest look
that any has; without any such word the sentence itself, if it surely tells one. Parts of telephone numbers,
files and addresses are none.
"""

from itertools import islice

from app import linear
from app.checks.logins.harmless import comes_otherwise, holds_other_values, is_user_name, names_something_else
from app.checks.logins.leads import is_introduced
from app.checks.logins.looks import odd_words
from app.checks.logins.secrets import is_plausible, place_of

Place = tuple[int, int]

DIGITS = linear.compile(
    r"(?:^|[\s(:=\"'“\x{2018}>/\x{2013}-])(\d{3}[ -]\d{3}|\d(?:[ -]\d){3,7}|\d{1,2}(?:-\d{1,2}){2,3}"
    r"|[#*]?[A-Za-z]{0,2}\d{3,8}[A-Za-z]{0,2}[#*]?)(?:$|[\s.,;:!?)\"'”\x{2019}/])"
)
_QUOTED = linear.compile(
    r"[\"“\x{2018}]([^\"”\x{2019}\n]{3,60})[\"”\x{2019}]|(?:^|\s)'([^'\n]{3,60})'(?:\W|$)"
)
_PART = linear.compile(r"\.[A-Za-z]{3,4}\b|[ )-]{1,2}\d{3}|[@/]|\([a-z]\w*[,)]")
_OF_ADDRESS = linear.compile(r"^[\w.+'\x{2019}-]{0,80}@\w")
_AFTER_AT = linear.compile(r"\w@[\w.-]{0,80}$")
_PHONE = linear.compile(r"[\d(][\d)]*[) -]$|\+\d*$")
_WORDS = linear.compile(
    r"(?:^|[\s:=(])([A-Za-z][\w\x{2019}'-]{2,20}(?: [A-Za-z][\w\x{2019}'-]{2,20}){0,4})\s*(?:[.,;:!?()]|$)"
)
_CALLED = linear.compile(r"\w\(\w[^()]*,")
_MOST = 20
_NEAR = 100


def has_value(text: str) -> bool:
    """Whether a word looks like a secret, or digits or quoted words may be one, and nothing of a program.

    The name of a user alone is none.
    """
    is_odd = any(not is_user_name(text[: word.start]) for word in odd_words(text))
    looks = is_odd or DIGITS.search(text) is not None or _QUOTED.search(text) is not None
    return looks and _CALLED.search(text) is None


def values_in(text: str, *, is_sure: bool) -> list[Place]:
    """The words of a sentence that can be the secret it tells: of the surest look that any has.

    Without any such word the secret is described by the whole sentence, if it surely tells one.
    """
    looks = (
        ((word.start, word.end) for word in odd_words(text)),
        (match.span(1) for match in DIGITS.finditer(text)),
        (match.span(1 if match.group(1) else 2) for match in _QUOTED.finditer(text)),
    )
    for look in looks:
        found = [place_of(text, *at) for at in islice(look, _MOST)]
        if found:
            places = [at for at in found if not _is_of_more(text, *at)]
            return [at for at in places if is_introduced(text[: at[0]])] or places
    if comes_otherwise(text):
        return []
    if plain := _plain(text):
        return [
            at
            for at in plain
            if not (_PART.match(text[at[1] :]) or _is_of_an_address(text, *at) or is_user_name(text[: at[0]]))
        ]
    return [(0, len(text))] if is_sure and not holds_other_values(text) else []


def _is_of_more(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a telephone number, a file's name or an address, or is named otherwise."""
    before = text[max(0, start - _NEAR) : start]
    is_part = _PART.match(text[end:]) is not None or _PHONE.search(before) is not None
    return is_part or _is_of_an_address(text, start, end) or names_something_else(before)


def _is_of_an_address(text: str, start: int, end: int) -> bool:
    """Whether it is a part of an e-mail address: a name before the @, or a domain after it."""
    around = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _AFTER_AT.search(around[0]) is not None or _OF_ADDRESS.match(around[1]) is not None


def _plain(text: str) -> list[Place]:
    """The last plain words that something leads up to ("is …", "use …") and that end their clause."""
    found: list[Place] = []
    for match in islice(_WORDS.finditer(text), _MOST):
        end = match.end(1)
        for word in reversed(match.group(1).split(" ")):
            if not is_plausible(word) or is_introduced(word):
                break
            at = end - len(word)
            if is_introduced(text[:at]):
                found.append((at, match.end(1)))
            end = at - 1
    return found[-1:]
