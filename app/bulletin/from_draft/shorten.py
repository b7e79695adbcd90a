"""How is a sentence made to fit without a word of one's own?

By leaving out: openings that say nothing ("Please note that"), what stands in brackets, web addresses, and
from the end whole clauses and phrases. What stays are words of the sentence, in their order, and never half
a phrase or half a date.
"""

from collections.abc import Iterator

import re2

from app.bulletin.from_draft.verbs import has_verb
from app.bulletin.from_draft.whole import JOINED_LAST, LOOSE, breaks_a_date, is_whole

_WISH = re2.compile(
    r"(?i)^(?:if (?:you|your school|anyone|any of you)(?:['\x{2019}](?:d|re)| are| is| would)?"
    r" (?:like|wants?|wish(?:es)?|interested|keen)\b[^,.;:]{0,70}|to (?:book|apply|take part|register|join"
    r"|sign up|find out more|request)\b[^,.;:]{0,30})[,:]\s+"
)
_CAUSE = re2.compile(
    r"(?i)^(?:following|due to|because of|owing to|as part of|in (?:line with|response to|view of|light of)"
    r"|with)\b[^,;:.]{0,110},\s+((?:please|we|all|schools?|the|there|you|every)\b)"
)
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
    r"|mentioned|promised|of this \w+)|just so(?: that)? (?:you|everyone)(?:'re| are)?(?: all)?"
    r" (?:knows?|aware)|just checking(?: that)? (?:you|everyone)(?: all)? knows?"
    r"|(?:just )?to (?:let|make) (?:you|everyone)(?: all)? (?:know|aware)|you (?:may|might|will|'ll)"
    r"(?: (?:all|already|also|well))* have (?:seen|heard|read|noticed)(?: (?:in|on) the \w+)?"
    r"|(?:in short|in brief|in summary|firstly|first of all|finally|also|however|so|and|but|fyi|importantly"
    r"|hopefully))\b(?:\s+(?:that|about)\b)?[,:\s]*|(?:sorry|thanks|thank you|many thanks)[,:!]\s+)+"
)
_CLAUSE = re2.compile(
    r"(?i)[,;:]\s+|\s+[\x{2013}\x{2014}-]\s+|\s+\b(?:in order to|so that|so we|so you|while|because|since"
    r"|although|though|even if|rather than|instead of|and|or|including|such as|otherwise|then"
    r"|if (?:[\pL'\x{2019}]+ ){1,2}(?:wants?|wish(?:es)?|like|is to|are to))\b"
)
"""Not every "if", "who", "after": without a comma before them they say when or of whom it is true."""
_PHRASE = re2.compile(r"(?i)\s+\b(?:no later than|for|from|at|with|by|as|to|in|on)\b")
_FEWEST_WORDS = 3
_SPACES = re2.compile(r"\s+([,.;:!?]+(?:\s|$))")  # not within a word: "A (x)?0" is no "A?0"
_MARKS = " \t,;:\u2013\u2014-/&+"
_STOPS = f"{_MARKS}.!?"


_GAP = " ~~"
_AFTER_STOP = re2.compile(r"([.!?])\s*~~\s*$")
_HOLE = re2.compile("(?i)\\b(?:is|are|be|was|to|of|and|or|the|an?) ~~")
_BULLET = re2.compile(r"^(?:[-*\x{2022}\x{00b7}\x{25cf}\x{25aa}]+|\(?(?:[a-zA-Z]|\d{1,2})[.)])\s+")


def without_asides(sentence: str) -> str:
    """The sentence without its empty opening, brackets and web addresses."""
    rest = _without_wish(_OPENING.sub("", _BULLET.sub("", sentence)))
    rest = _BRACKETS.sub(" ", rest)
    bare = _AFTER_STOP.sub(r"\1", _ADDRESS.sub(_GAP, rest))
    if _HOLE.search(bare):
        return ""
    line = tidy(bare.replace(_GAP, ""))
    return _without_loose_end(line) if _GAP in bare else line


def _without_wish(sentence: str) -> str:
    """Without "If you would like to take part," before what to do then."""
    rest: str = _WISH.sub("", sentence)
    return rest if has_verb(rest) else sentence


def without_cause(sentence: str) -> str:
    """Without "Following the fire at Oak," before what it is about."""
    return tidy(_CAUSE.sub(r"\1", sentence))


def _without_loose_end(line: str) -> str:
    """The line, when an address was taken out of it, without the words that led there."""
    stop = line[-1:] if line[-1:] in ".?!" else ""
    parts = line.removesuffix(stop).split() if stop else line.split()
    while parts and parts[-1].casefold().strip(".,;:") in LOOSE:
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
    clauses = {match.start() for match in _CLAUSE.finditer(whole)}
    phrases = {match.start() for match in _PHRASE.finditer(whole)} if at_phrases else set[int]()
    for end in sorted(clauses | phrases, reverse=True):
        if end <= limit and is_whole(whole[:end], whole[end:], at_phrase=end not in clauses):
            yield tidy(whole[:end])


def at_a_word(words: str, limit: int) -> str:
    """The first words that fit, never ending in a loose one: the last resort."""
    kept: str = words[: limit + 1].rpartition(" ")[0] if len(words) > limit else words
    parts = kept.split()
    line = " ".join(parts)
    while len(parts) > 1 and (
        parts[-1].casefold().strip(".,") in LOOSE or breaks_a_date(line, f" {words[len(line) :].strip()}")
    ):
        parts.pop()
        line = " ".join(parts)
    is_cut = len(words) > limit and (joined := JOINED_LAST.search(line)) is not None
    return tidy(line[: joined.start()] if is_cut and joined else line)[:limit]
