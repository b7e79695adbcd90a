"""How many syllables has an English word?

Groups of vowels are counted, then put right for what is written and not spoken (the e of `late`, `named`,
`homework`, `colleague`) and for vowels side by side that are spoken apart (`area`, `science`, `actual`).
The count is for readability formulas, which need it right on average.
"""

from app import linear

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS_ALONE = str.maketrans(_LETTERS, "".join("a" if c in "aeiouy" else " " for c in _LETTERS))
_MAY_BE_SILENT = ("e", "ed", "es", "ly", "ment", "ments", "ful", "less", "ness")
_MAY_START_SILENT = (
    *(
        "every",
        "wedn",
        "busi",
        "home",
        "some",
        "stake",
        "frame",
        "safe",
        "time",
        "fire",
        "life",
        "white",
        "wide",
    ),
    *(
        "there",
        "where",
        "name",
        "place",
        "note",
        "face",
        "game",
        "base",
        "gate",
        "fore",
        "pipe",
        "guide",
        "side",
    ),
)
_SILENT_END = linear.compile(
    r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyscgzxhl]es|[^sc]hes|[aeiouy]les|[aeiouy][gq]ue[sd]?"
    r"|(?:[^aeiouyl]|[aeiouy]l)e(?:ly|ment|ments|ful|less|ness))$"
)
_SILENT_START = linear.compile(
    r"^(?:(?:pipe|base|guide|time|life|side)line|every|wednes|busines|(?:home|some|stake|frame|safe|time|fire|life|white|wide|there|where|name"
    r"|place|note|face|game|base|gate|fore)[^aeiouyrsdlnm])"
)
_APART = linear.compile(
    r"[^tcsg]ia[ln]|iat|[^tcsxg]iou|[^tcr]ien|[aeo]rien|^scien|ia$|ias$|iab|io$|ios$|io[dtl]|iu[ms]|iet"
    r"|y(?:ing|er|ee)|[oe]ing|[^qg]u(?:a|en|ous|ity|ing|el)|reac|creat|thea[tr]|theo|(?:ar|id)ea"
    r"|eum$|eo$|eos$|eog|[^r]sms?$|^prism|thms?$"
)


def syllables(word: str) -> int:
    """At least one; a hyphenated word is the sum of its parts. `word` is in small letters."""
    if word.isalpha():
        return _of_part(word)
    return sum(_of_part("".join(filter(str.isalpha, part))) for part in word.split("-")) or 1


def _of_part(letters: str) -> int:
    if not letters:
        return 0
    vowels = letters.translate(_VOWELS_ALONE)
    silent = int(letters.startswith(_MAY_START_SILENT) and _SILENT_START.search(letters) is not None)
    if letters.endswith(_MAY_BE_SILENT):
        silent += _SILENT_END.search(letters) is not None
    apart = len(_APART.findall(letters)) if "aa" in vowels or letters.endswith("m") else 0
    return max(1, len(vowels.split()) - silent + apart)
