"""How is a sentence made to fit without a word of one's own?

By leaving out: openings that say nothing ("Please note that"), what stands in brackets, web addresses, and
from the end whole clauses and phrases. What stays are words of the sentence, in their order, and never half
a phrase or half a date.
"""

from collections.abc import Iterator

import re2

_BRACKETS = re2.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]")
_ADDRESS = re2.compile(
    r"(?i)[,:;]?\s*(?:\(|\b(?:or e-?mail|or at|at|on|via|see|from|through|using|by emailing|link|here|to|in"
    r"|with|contact|e-?mail|over at|by e-?mail to)\b:?\s*)*"
    r"<?(?:https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+\w)>?\)?"
)
_OPENING = re2.compile(
    r"(?i)^"
    r"(?:(?:please (?:note|be aware|be advised|remember)|(?:just )?(?:a |to )?(?:quick |gentle |friendly )?"
    r"(?:note|reminder|remind (?:you|everyone|all))|(?:this|it) is (?:just )?(?:to|a) (?:(?:quick|gentle) )?"
    r"(?:remind(?:er)?|confirm|note|let)(?: you| everyone| all)?(?: know)?"
    r"|(?:i am|i'm|we are|we're) (?:writing|e-?mailing|getting in touch|contacting you)"
    r" (?:to|about)(?: (?:let you know|tell you|inform you|ask|remind you))?"
    r"|(?:i am|i'm|we are|we're) (?:very |really |so )?(?:pleased|delighted|happy|excited|sorry|glad)"
    r" to (?:announce|say|tell you|let you know|confirm|inform you|share|be able to)"
    r"|(?:i|we) (?:wanted|would like|just wanted) to (?:let you know|tell you|remind you|make you aware)"
    r"|as (?:you (?:all |may |will |probably )*(?:know|be aware|recall|remember)|ever|always|usual|before"
    r"|mentioned|promised|of this \w+)|(?:in short|in brief|in summary|firstly|first of all|finally|also"
    r"|however|so|and|but|fyi|importantly|hopefully|sorry|thanks|thank you))\b(?:\s+(?:that"
    r"|about)\b)?[,:\s]*)+"
)
_CLAUSE = re2.compile(
    r"(?i)[,;:]\s+|\s+[\x{2013}\x{2014}-]\s+|\s+\b(?:in order to|so that|so we|so you|which|who|where|when"
    r"|while|because"
    r"|since|if|unless|although|though|but|even if|rather than|instead of|whether|after|before|and|or"
    r"|including"
    r"|such as|otherwise|then)\b"
)
_PHRASE = re2.compile(r"(?i)\s+\b(?:for|from|at|with|by|as|to|in|on)\b")
_LOOSE = frozenset(
    """
    a an the and or but of for to in on at by with from as is are was were be been will would can
    could may must should has have had do does did that which who when where while if so because
    than into about your our their his her its my this these those not no any all each every very
    more most only also please we they i he she there both either per up out off over under between
    before after until since what how & need needs want wants like able going due asked invited
    happy put take come go goes log fill sign look looks carry send hand set apply keep based pick
    ready plan plans hope hopes pretends
    """.split()  # noqa: SIM905 - a list reads best as words
)
_BROKEN_DATE = re2.compile(
    r"(?i)(?:^|\s)(?:\d{1,2}(?:st|nd|rd|th)?|by|mid|late|early|the \d{1,2}"
    r"|(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?)$"
)
_DATE_AHEAD = re2.compile(
    r"(?i)^\s*(?:,\s*)?(?:\d{1,2}(?:st|nd|rd|th)?\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec"
    r"|20\d\d|[ap]m\b|noon)"
)
_CONDITION = re2.compile(
    r"(?i)^(?:if|when|once|as|before|after|unless|while|because|although|whether|where)\b"
)
_FEWEST_WORDS = 3
_SPACES = re2.compile(r"\s+([,.;:!?]+(?:\s|$))")  # not within a word: "A (x)?0" is no "A?0"
_MARKS = " \t,;:\u2013\u2014-/&+"
_STOPS = f"{_MARKS}.!?"


_GAP = " ~~"
_HOLE = re2.compile("(?i)\\b(?:is|are|be|was|to|of|and|or|the|an?) ~~")
_BULLET = re2.compile(r"^(?:[-*\x{2022}\x{00b7}\x{25cf}\x{25aa}]+|\(?(?:[a-z]|\d{1,2})[.)])\s+")


def without_asides(sentence: str) -> str:
    """The sentence without its empty opening, brackets and web addresses."""
    rest = _OPENING.sub("", _BULLET.sub("", sentence))
    rest = _BRACKETS.sub(" ", rest)
    bare = _ADDRESS.sub(_GAP, rest)
    if _HOLE.search(bare):
        return ""
    line = tidy(bare.replace(_GAP, ""))
    return line if line == tidy(rest) else _without_loose_end(line)


def _without_loose_end(line: str) -> str:
    """The line, when an address was taken out of it, without the words that led there."""
    stop = line[-1:] if line[-1:] in ".?!" else ""
    parts = line.removesuffix(stop).split() if stop else line.split()
    while parts and parts[-1].casefold().strip(".,;:") in _LOOSE:
        parts.pop()
    return tidy(" ".join(parts)) + stop if len(parts) >= _FEWEST_WORDS else ""


def tidy(words: str) -> str:
    """One line, without loose marks at its ends, the first letter a capital."""
    line: str = _SPACES.sub(r"\1", " ".join(words.split())).strip(_MARKS).lstrip(_STOPS)
    line = line.removeprefix('"') if line.count('"') == 1 else line
    return line[:1].upper() + line[1:]


def cuts(sentence: str, limit: int, *, at_phrases: bool = False) -> Iterator[str]:
    """The sentence, then cut where a clause ends (or a phrase): longest first, at most `limit` characters."""
    whole = tidy(sentence)
    if len(whole) <= limit:
        yield whole
    ends = {match.start() for match in _CLAUSE.finditer(whole)}
    if at_phrases:
        ends |= {match.start() for match in _PHRASE.finditer(whole)}
    for end in sorted(ends, reverse=True):
        if end <= limit and is_whole(whole[:end], whole[end:]):
            yield tidy(whole[:end])


def is_whole(words: str, rest: str = "") -> bool:
    """Whether the words can end here: more than two, no loose word last, no date cut in two."""
    line = words.strip(_MARKS)
    parts = line.split()
    if len(parts) < _FEWEST_WORDS or parts[-1].casefold().strip(".,'\"") in _LOOSE:
        return False
    if _CONDITION.match(line) and "," not in line:
        return False
    if line.count('"') % 2 or line.count("(") != line.count(")"):
        return False
    return not (_BROKEN_DATE.search(line) and _DATE_AHEAD.match(rest)) and not (
        parts[-1][:1].isdigit() and _DATE_AHEAD.match(rest)
    )


def at_a_word(words: str, limit: int) -> str:
    """The first words that fit, never ending in a loose one: the last resort."""
    kept: str = words[: limit + 1].rpartition(" ")[0] if len(words) > limit else words
    parts = kept.split()
    while len(parts) > 1 and parts[-1].casefold().strip(".,") in _LOOSE:
        parts.pop()
    return tidy(" ".join(parts))[:limit]
