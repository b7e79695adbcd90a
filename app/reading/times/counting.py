"""Which one of many do "the second", "the 3rd", "the last but one" and "the penultimate" mean?"""

from app.reading.times.date_words import W

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTED = {word: n for n, word in enumerate(_ORDINALS)} | {"opening": 0, "1st": 0, "2nd": 1, "3rd": 2}
_COUNTED |= {f"{n}th": n - 1 for n in range(4, 20)}
_FROM_END = {"second": -2, "2nd": -2, "third": -3, "3rd": -3, "next": -2, "penultimate": -2}

FROM_START = rf"(?:opening|{'|'.join(_ORDINALS)}|1st|2nd|3rd|1?\dth)"
FROM_END = rf"(?:(?:(?:second|2nd|third|3rd|next)(?:-|{W})(?:to(?:-|{W}))?)?last|penultimate|final|closing)"
COUNT = rf"(?P<count>{FROM_END}|{FROM_START})"
BUT = rf"(?P<but>{W}but{W}(?:one|two))?"
"""For "the last week but one"."""


def counted(words: str, but: str = "") -> int:
    """Which one is meant: 0 is the first and -1 the last."""
    words = " ".join(words.casefold().replace("-", " ").split())
    if words in _COUNTED:
        return _COUNTED[words]
    return _FROM_END.get(words.split(" ", maxsplit=1)[0], -1) - {"one": 1, "two": 2}.get(
        but[-3:].casefold(), 0
    )
