"""Which words of a text confirm a tone, whoever hears it?

Strong words and phrases by tone, each in its sentence: the author's own or quoted, and whether it leaves no
doubt or is only a hint. What is denied ("not an idiot"), said of oneself, or part of a name or of more is
none.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app import linear
from app.checks.tone import veiled_phrases
from app.checks.tone.anger_words import ANGER, AT_NOBODY, FELLOW_FEELING, TAKEN_BACK
from app.checks.tone.misread import KIND_ORDER, is_in_a_place
from app.checks.tone.offence_phrases import DAMAGE, DEMEANING, HARD_ON_A_CHILD, ON_LOOKS, SAID_TO_BE_WRONG
from app.checks.tone.quotation import Quotations, tells_of_others, without_quotations
from app.checks.tone.strong_words import INSULTS, OBSCENE, OF_DOGS, SLURS, THREATS, is_rude_name
from app.checks.words import Pattern, Screen, any_of, first_found, whole_any
from app.domain.reading import Sentence, Tone

WORDS: Mapping[Tone, Pattern] = {
    Tone.THREAT: THREATS,
    Tone.ABUSE: INSULTS,
    Tone.OBSCENITY: OBSCENE,
    Tone.DISCRIMINATION: SLURS,
}
NO_DOUBT: Sequence[tuple[Tone, Pattern]] = (
    (Tone.THREAT, DAMAGE),
    (Tone.THREAT, veiled_phrases.REPRISAL),
    (Tone.THREAT, veiled_phrases.ENDING),
    (Tone.ABUSE, HARD_ON_A_CHILD),
    (Tone.DISCRIMINATION, DEMEANING),
    (Tone.SEXUAL, ON_LOOKS),
)
HINTS: Mapping[Tone, Pattern] = {
    Tone.THREAT: veiled_phrases.THREAT,
    Tone.ABUSE: veiled_phrases.ABUSE,
    Tone.DISCRIMINATION: veiled_phrases.DISCRIMINATION,
    Tone.ANGER: veiled_phrases.ANGER,
    Tone.CONDESCENSION: veiled_phrases.CONDESCENSION,
    Tone.SARCASM: veiled_phrases.SARCASM,
    Tone.DISMISSIVENESS: veiled_phrases.DISMISSIVENESS,
    Tone.URGENCY: veiled_phrases.PRESSURE,
}
_LISTS = (
    *((tone, pattern, True, False) for tone, pattern in NO_DOUBT),
    *((tone, pattern, False, False) for tone, pattern in WORDS.items()),
    *((tone, pattern, False, True) for tone, pattern in HINTS.items()),
)
_MAY_HOLD = Screen(pattern for _, pattern, _, _ in _LISTS)
_NEAR = 60
_OF_A_SKILL = ("useless", "stupid", "thick", "dumb", "incompetent", "clueless", "pathetic")
_NO = r"n't|\b(?:not|never|nobody|no one|neither|nor)\b"
_DENIED = linear.compile(rf"(?i){any_of(_NO)}(?:\s+\w+){{0,4}}\s*$")
_OF_A_WORD = whole_any("say|says|saying|use|uses|using|call|calls|calling|write|writing|word|words|term")
_OURS = whole_any("I|I'm|we|we're|my|our|us")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that confirm a tone: code points of the text, end excluded."""

    start: int
    end: int
    is_quoted: bool = False
    leaves_no_doubt: bool = False
    is_hint: bool = False


Cues = dict[int, dict[Tone, Cue]]
"""By sentence and tone."""


def find_cues(text: str, sentences: Sequence[Sentence]) -> Cues:
    """The clearest cue of each tone in each sentence; the first of several."""
    quotations = Quotations(text)
    starts = [sentence.start for sentence in sentences]
    found: Cues = defaultdict(dict)
    for number in _MAY_HOLD.passed(text):
        tone, pattern, is_plain, is_hint = _LISTS[number]
        for match in first_found(pattern, text):
            at = bisect_right(starts, match.start()) - 1
            if at < 0 or _is_undone(text, starts[at], *match.span(), is_slur=pattern is SLURS):
                continue
            cue = Cue(match.start(), match.end(), quotations.holds(match.start()), is_plain, is_hint)
            if (is_plain or is_hint) and (cue.is_quoted or not _is_meant(text, sentences[at], cue)):
                continue
            known = found[at].get(tone)
            if known is None or (known.is_quoted and not cue.is_quoted):
                found[at][tone] = cue
    for at, cues in find_anger(text, sentences).items():
        found[at][Tone.ANGER] = cues[0]
    return found


def find_anger(text: str, sentences: Sequence[Sentence]) -> dict[int, list[Cue]]:
    """Words of anger in the author's own voice, by sentence."""
    quotations = Quotations(text)
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[Cue]] = defaultdict(list)
    for match in first_found(ANGER, text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and not quotations.holds(match.start()):
            found[at].append(Cue(match.start(), match.end()))
    return {
        at: cues for at, cues in found.items() if _is_own_voice(text[sentences[at].start : sentences[at].end])
    }


def _is_meant(text: str, sentence: Sentence, cue: Cue) -> bool:
    words, lead = text[sentence.start : sentence.end], text[sentence.start : cue.start]
    return not SAID_TO_BE_WRONG.search(words) and not tells_of_others(lead)


def _is_own_voice(words: str) -> bool:
    is_told = tells_of_others(words) and not _OURS.search(without_quotations(words))
    return not is_told and not any(
        said.search(words) for said in (TAKEN_BACK, FELLOW_FEELING, AT_NOBODY, KIND_ORDER)
    )


def _is_undone(text: str, begins: int, start: int, end: int, *, is_slur: bool) -> bool:
    """Whether it is denied, or part of more ("not an idiot", "thick-skinned", "useless at maths").

    A slur is one beside a "not" and in the name of a place, unless it says what not to say.
    """
    before, after = text[max(begins, start - _NEAR) : start], text[end : end + _NEAR]
    words = text[start:end].lower()
    if is_slur:
        return _DENIED.search(before) is not None and _OF_A_WORD.search(before) is not None
    if after.startswith((" I am", " I was")):
        return True
    if after.startswith("-") or _DENIED.search(before):
        return True
    if is_rude_name(text, start) or is_in_a_place(text, start, end):
        return True
    if after.startswith((" at ", " with ", " in ")) and words.endswith(_OF_A_SKILL):
        return True
    return words.startswith("bitch") and OF_DOGS.search(before + after) is not None
