"""How could this sentence be said more kindly, without changing what it says?

The stages run in one order: capitals and marks; then, where a tone was heard, openings, feelings, blame,
haste, endings and weight; last a demand becomes a request. What loses a fact, a name or a negation, or
does not stand as a sentence, is not offered: nothing is better than something clumsy.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app import linear
from app.checks.tone.anger_words import ANGER
from app.checks.tone.quotation import without_quotations
from app.checks.words import whole_any
from app.compose.rewording import blame, feelings, mockery, openings, phrase, pressure
from app.compose.rewording.demands import (
    as_request,
    goes_round_rules,
    is_for_writer,
    is_kept_quiet,
    is_pressed,
)
from app.compose.rewording.kept import keeps_facts, says_how_many_or_when
from app.compose.rewording.phrase import Swap
from app.compose.rewording.shouting import (
    capitalised,
    is_shouted,
    is_stacked,
    without_shouting,
    without_stacks,
    without_stressed_words,
)

LONGEST = 400
_FEWEST_WORDS = 3
_MOST_OPENINGS = 3

_REPROACHES = phrase.openings(openings.REPROACHES)
_SARCASM = phrase.openings(mockery.SARCASM)
_LESSONS = phrase.openings(mockery.LESSONS)
_IRONY = phrase.openings(mockery.IRONY)
_DROP_EVERYTHING = phrase.openings(pressure.DROP_EVERYTHING)
_FEELINGS = phrase.openings(feelings.FEELINGS)
_CANNOT = phrase.openings(feelings.CANNOT)
_QUESTIONS = phrase.wholes(blame.QUESTIONS)
_BLAME = phrase.wholes(blame.BLAME)
_WHOLES = phrase.wholes(feelings.WHOLES)
_HASTE = phrase.anywhere(pressure.HASTE)
_ENDINGS = (*phrase.endings(pressure.ENDINGS), *phrase.tails(pressure.TAILS))
_ASIDES = phrase.asides(pressure.ASIDES)
_STRENGTH = phrase.anywhere(pressure.STRENGTH)

_BY_WHEN = linear.compile(
    r"(?i)\b(?:by|before|at|on|until)\s+(?:\d|noon|midday|midnight|lunch|the\s+(?:end|close)|close|tomorrow|today|tonight"
    r"|(?:this|next|mon|tues|wednes|thurs|fri|satur|sun)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)"
    r"|\b(?:today|tomorrow|tonight)\b"
)
_GREETING = linear.compile(
    r"^(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon)"
    r"(?:\s+[\p{L}.'\x{2019}-]+){1,4},\s+"
)
_NOW = linear.compile(r"(?i)\bnow[.!]*$")
_FRAGMENT = whole_any(
    "and|but|another|which|who|whose|that|because|as|than|to|for|from|with|of|since|if|when|although|or|nor|yet"
)
_FINITE = whole_any("""
    is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|might|am|closes?|opens?|goes|ends?|starts?
    need|needs|arrived?|came|went|said|sent|made|got|gave|left|took|found|forgot|missed|isn't|aren't|wasn't|weren't|hasn't|haven't
    hadn't|don't|doesn't|didn't|won't|wouldn't|can't|cannot|couldn't|shouldn't|it's|that's|there's|they're|we're|you're|I'm|I've|we've
    please
""")
_STILL_STINGS = whole_any(r"""
    (?:upset|frustrated|disappointed) (?:with|by|at|about) you|what you have done|and you know it
    your (?:excuses|incompetence|attitude|apologies|laziness|carelessness)|I (?:don't|do not) care
    I (?:won't|will not) (?:ask|say|tell you|repeat) .{0,12}(?:twice|again)|I have better things
    ^(?:what were you thinking|why did you do (?:that|this|it)|how many times|what is wrong with you)\W*$
    ^who do you think|final chance|do (?:what|as) you(?:'re| are| were) (?:asked|told|paid)
    (?:don't|do not|doesn't) (?:even |really )?know what you(?:'re| are) (?:talking about|doing)
    you (?:obviously |clearly |really )?have (?:absolutely )?no idea
    (?:is|was) it (?:really |so |that |too )+(?:hard|difficult|much)
    if you(?:'d| had) bothered|(?:can't|cannot|couldn't) be bothered|what part of|your finger out
    explain yourself|ad nauseam|(?:basic|common|had the) (?:decency|courtesy|manners)|(?:nobody|no one) asked
    why you think that I (?:have|am|should|would)
    (?:not|isn't|never) (?:really |actually )?(?:my|our) (?:problem|job|department|concern|responsibility)
    (?:am|are|'m|'re|and|honestly|frankly|quite|so|very) (?:disgusted|appalled|livid|furious|fuming|outraged)
    (?:could not|couldn't|could) care less|(?:have|got) better things to do|take it or leave it|get over it
    it happens|that's life|so what|whatever you (?:like|want|please)|deal with it
    correct me if|bent over backwards|bends? over backwards|your own (?:mess|fault|doing)|do your (?:own )?job
    do (?:us|me|everyone|everybody|yourself) (?:all )?a favour
    evidently|I could (?:scream|cry|weep)|^an? [a-z ]{2,24} is (?:an?|the|open|when)
""")
_SPACES = linear.compile(r"[ \t\r\n\x{a0}]+")
_BEFORE_MARK = linear.compile(r"\s+([,.;:!?])")
_TWO_COMMAS = linear.compile(r",\s*,")
_ASKS = linear.compile(r"^(?:Next time, p|P)lease could|^Could you")
_ENDED = linear.compile(r"[.!?:)\x{201d}\"'\x{2019}]$")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in a sentence: a tone (and whether it presses), or only its form.

    `names` are the capitalised words that the draft holds.
    """

    tone: bool = True
    presses: bool = False
    names: Collection[str] = ()


def reword(sentence: str, heard: Heard) -> str | None:
    """A kinder sentence, or None."""
    greeting = _GREETING.match(sentence)
    opening = greeting.group() if greeting else ""
    said = _said(sentence[len(opening) :], heard)
    return None if said is None else opening + (_going_on(said, sentence) if opening else said)


def _going_on(said: str, sentence: str) -> str:
    """The words as they stand after "Hi Tom,": in small letters, but for "I" and what was a capital."""
    first = said.split(maxsplit=1)[0]
    is_capital = first.startswith("I") and first[1:2] in {"", "'", "\u2019"}
    return said if is_capital or first in sentence.split() else said[:1].lower() + said[1:]


def _said(sentence: str, heard: Heard) -> str | None:
    """The sentence said otherwise, when that is allowed, new and safe."""
    if len(sentence) > LONGEST or without_quotations(sentence) != sentence:
        return None
    spoken = without_shouting(sentence, heard.names) if is_shouted(sentence) else sentence
    goes_round = goes_round_rules(sentence) if heard.presses else is_kept_quiet(sentence)
    if spoken is None or goes_round:
        return None
    said = (
        _toned(spoken)
        if heard.tone
        else _plain(spoken, is_order=is_shouted(sentence) and is_for_writer(spoken))
    )
    if said is None or said == sentence or not keeps_facts(sentence, said):
        return None
    is_angry = heard.tone and still_stings(said)
    is_same = said.rstrip(" .!?") == sentence.rstrip(" .!?") and not is_stacked(sentence)
    is_no_request = heard.presses and not _ASKS.search(said)
    return None if is_angry or is_same or is_no_request else said


def still_stings(words: str) -> bool:
    """Whether words are left that hurt, whatever was taken out around them."""
    straight = words.replace("\u2019", "'")
    return ANGER.search(straight) is not None or _STILL_STINGS.search(straight) is not None


def _plain(words: str, *, is_order: bool) -> str:
    """Its form put right; a demand that hurries or says who must, or a shouted order, becomes a request."""
    calm = without_stacks(_SPACES.sub(" ", words).strip(), calm=True)
    hurries = any(swap.pattern.search(calm) for swap in _HASTE) or _NOW.search(calm)
    asked = as_request(_unhurried(calm)) if is_order or hurries or is_pressed(calm) else None
    if asked is None or goes_round_rules(calm):
        return without_stacks(words, calm=False)
    return _finished(asked) or words


def _toned(words: str) -> str | None:
    said = without_stressed_words(without_stacks(_SPACES.sub(" ", words).strip(), calm=True))
    opened = _opened(_each(_ASIDES, said))
    if opened is None:
        return None
    for swaps in (_FEELINGS, _CANNOT, _BLAME, _QUESTIONS, _WHOLES):
        opened = _first(swaps, opened)
    said = opened
    said = _each(_STRENGTH, _each(_ENDINGS, _unhurried(said)))
    said = (None if goes_round_rules(said) else as_request(said)) or said
    return _finished(said)


def _opened(words: str) -> str | None:
    """Without its reproachful opening; None when what a sarcastic one leaves cannot stand alone."""
    for _ in range(_MOST_OPENINGS):
        shorter = _first(_REPROACHES, words)
        if shorter == words or _opens_amid(shorter):
            break
        words = shorter
    at_once = _first(_DROP_EVERYTHING, words)
    if at_once != words and as_request(at_once):
        return at_once
    plain = _first(_IRONY, words)
    if plain != words and says_how_many_or_when(plain):
        return plain
    bare = _first((*_LESSONS, *_SARCASM), words)
    return bare if bare == words or (_FINITE.search(bare) and not _opens_amid(bare)) else None


def _opens_amid(words: str) -> bool:
    """Whether words can only go on a sentence, not begin one."""
    opens = _FRAGMENT.search(words)
    return opens is not None and opens.start() == 0


def _unhurried(words: str) -> str:
    """Haste goes where a date or an hour is there, else it becomes "as soon as you can"."""
    for swap in _HASTE:
        match = swap.pattern.search(words)
        if match is None:
            continue
        lead, rest = words[: match.start()].rstrip(" ,"), words[match.end() :].lstrip()
        if not lead:
            return words
        instead = "" if _BY_WHEN.search(lead + " " + rest) else swap.instead
        mark = "" if rest[:1] in {"", ".", "!", "?", ";", ","} else " "
        words = f"{lead} {instead}".rstrip() + mark + rest
    return words


def _first(swaps: Iterable[Swap], words: str) -> str:
    for swap in swaps:
        said = swap.on(words)
        if said is not None:
            return capitalised(said)
    return words


def _each(swaps: Iterable[Swap], words: str) -> str:
    for swap in swaps:
        words = swap.on(words) or words
    return words


def _finished(words: str) -> str | None:
    """With one space, one mark, a capital and an end; None when too little is left."""
    said = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", words).strip(" ,;-"))
    said = capitalised(_TWO_COMMAS.sub(",", said))
    if len(said.split()) < _FEWEST_WORDS:
        return None
    if _ASKS.search(said):
        return said.rstrip(" .!?") + "?"
    if said.startswith("A reminder"):
        return said.rstrip(" .!?") + "."
    return said if _ENDED.search(said) else f"{said}."
