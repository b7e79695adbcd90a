"""What do the characters of a text say once their disguises are off?

Invisible characters go, look-alike digits and letters become plain ones, odd spaces and hyphens
become ordinary. Accents, curly quotation marks, dashes, emoji and real foreign script stay. Every
character of the clean text knows its place in the plain one.
"""

from app import linear
from app.domain.reading import Text
from app.reading.characters import (
    ACCENT,
    DISGUISE,
    INVISIBLE,
    KEYCAP,
    KINDS,
    MOVES,
    OVERRIDE,
    RETURN,
    SHOWN,
    SIMPLE,
    SOFT_HYPHEN,
    TURN,
    compose,
    expansion,
    is_latin_mark,
    runs_from_the_right,
)
from app.reading.lookalikes import undress

# Text of which nothing but spaces and hyphens may need putting right.
_STRANGE = linear.compile(
    r"[^\t\n\x20-\x7e\x{a0}-\x{ac}\x{ae}-\x{131}\x{134}-\x{13e}\x{141}-\x{148}\x{14a}-\x{17e}"
    r"\x{180}-\x{1c3}\x{1cd}-\x{1f0}\x{1f4}-\x{24f}\x{370}-\x{3cf}\x{3d7}-\x{3ef}\x{400}-\x{482}"
    r"\x{48a}-\x{52f}\x{2000}-\x{200a}\x{2010}-\x{2027}\x{202f}-\x{205f}\x{20a0}-\x{20a7}\x{20a9}-\x{20bf}"
    r"\x{2190}-\x{23ff}\x{2500}-\x{2775}\x{2794}-\x{27ff}\x{4e00}-\x{9fff}\x{1f300}-\x{1faff}]"
)


def clean(plain: str) -> Text:
    """Clean up one field. Raises nothing, whatever the text."""
    if plain.isascii() and plain.replace("\n", "").replace("\t", "").isprintable():
        return Text(plain, plain)
    if _is_strange(plain):
        text, origin, hidden = _Cleaning(plain).run()
    else:
        text, origin, hidden = plain, None, 0
        for odd, meant in SIMPLE.items():  # `str.translate` takes fifty times as long where not all is ASCII
            text = text.replace(odd, meant)
    text, dressed = undress(text)
    return Text(plain, text, origin, hidden + dressed)


def _is_strange(plain: str) -> bool:
    try:
        return _STRANGE.search(plain) is not None
    except UnicodeEncodeError:  # a lone surrogate
        return True


class _Cleaning:
    """One text on its way from plain to clean."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._tidy = plain.translate(SHOWN)
        self._kinds = plain.translate(KINDS)
        self._hidden = 0
        self._out: list[str] = []
        self._origin: list[int] = []
        self._done = 0
        self._last = ""
        self._taken = 0  # invisible characters taken out since the last visible one
        self._hyphens = 0  # soft hyphens likewise

    def run(self) -> tuple[str, tuple[int, ...] | None, int]:
        """The clean text, the place of each character, and how many were hidden or disguised."""
        kinds = self._kinds
        self._count_disguises()
        odd = [at for at, kind in enumerate(kinds) if kind in MOVES]
        if not odd:
            return self._tidy, None, self._hidden
        for at in odd:
            self._copy(at)
            self._done = at + 1
            self._one(kinds[at], at)
        self._copy(len(self._tidy))
        return "".join(self._out), tuple(self._origin), self._hidden

    def _count_disguises(self) -> None:
        """A disguised letter or digit counts when it is part of a word."""
        at, tidy = self._kinds.find(DISGUISE), self._tidy
        while at >= 0:
            before, after = tidy[max(0, at - 1) : at], tidy[at + 1 : at + 2]
            self._hidden += before.isalnum() or after.isalnum()
            at = self._kinds.find(DISGUISE, at + 1)

    def _one(self, kind: str, at: int) -> None:
        character = self._plain[at]
        if kind == INVISIBLE:
            self._taken += 1
        elif kind == OVERRIDE:
            self._hidden += 1
        elif kind == TURN:
            self._taken += 1
            self._hidden += not runs_from_the_right(self._plain, at + 1)
        elif kind == SOFT_HYPHEN:
            self._hyphens += 1
        elif kind == RETURN:
            if not self._plain.startswith("\n", at + 1):
                self._put("\n", at)
        elif kind == ACCENT:
            self._combine(character, at)
        else:
            self._put(expansion(character), at)

    def _copy(self, end: int) -> None:
        """Take over what keeps its place; its last character apart, for an accent may follow."""
        start, tidy = self._done, self._tidy
        if start >= end:
            return
        if self._taken or self._hyphens:
            self._settle(tidy[start])
        self._last = tidy[end - 1]
        if start < end - 1:
            self._out.append(tidy[start : end - 1])
            self._origin.extend(range(start, end))
        else:
            self._origin.append(start)
        self._out.append(self._last)

    def _put(self, text: str, at: int) -> None:
        self._settle(text[0])
        self._out += text
        self._origin += [at] * len(text)
        self._last = text[-1]

    def _settle(self, following: str) -> None:
        """Invisible characters count when they broke up a word, soft hyphens when a number."""
        if self._last and _is_latin(self._last) and _is_latin(following):
            self._hidden += self._taken
            if self._last.isdigit() or following.isdigit():
                self._hidden += self._hyphens
        self._taken = self._hyphens = 0

    def _combine(self, mark: str, at: int) -> None:
        composed = compose(self._last, mark)
        if composed:
            self._out[-1] = self._last = composed
        elif is_latin_mark(mark):
            self._hidden += self._last.isascii() and self._last.isalnum() and mark != KEYCAP
        else:
            self._put(mark, at)


def _is_latin(character: str) -> bool:
    return character.isalnum() and character <= "\u024f"
