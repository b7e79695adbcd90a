r"""Which innocent words may a model take for a tone?

Named lists, one phrase a line (see ``words.py``): praise in rough words, orders that are meant kindly,
figures for boys and girls, colours, places with rude-looking names, games on a poster. They speak
only where no word of the author's confirms the model.
"""

from app import linear
from app.checks.tone.anger_words import AT_NOBODY, FELLOW_FEELING
from app.checks.tone.concerns import is_concern
from app.checks.tone.offence_phrases import EXPLICIT, GROUPS, KINDS_OF_PEOPLE
from app.checks.tone.strong_words import AT_PERSON, LESSON_WORDS, NAMES_ALIKE, is_mild_at_a_thing
from app.checks.tone.tones import CERTAIN, MENTION, WARNING, hint_of
from app.checks.words import any_of, holds_name, whole_any
from app.domain.reading import Sentence, Tone

_HOT = frozenset({Tone.ABUSE, Tone.OBSCENITY, Tone.ANGER})
_BY_NAME = frozenset({Tone.OBSCENITY, Tone.SEXUAL, Tone.DISCRIMINATION, Tone.ABUSE})
_CONTEMPT = frozenset({Tone.ABUSE, Tone.ANGER, Tone.CONDESCENSION, Tone.DISMISSIVENESS, Tone.THREAT})
_ON_MANNER = _CONTEMPT | {Tone.SARCASM, Tone.URGENCY}
_FEWEST = 6
"""Words of a sentence that a hint may rest on."""

_YOU = whole_any("you|your|you're")
_DID_WELL = any_of("(?:killed|smashed|nailed|slayed|aced|crushed|rocked|owned|bossed)")
_WELL_DONE = whole_any(rf"""
    {_DID_WELL} (?:it|that)|knocked (?:it|that) out of the park|blew (?:us|me|them|everyone) away
    on fire today|legends?
""")
_PRAISE = whole_any(r"""
    the best (?:thing|part|lesson|day|person|one|I|we|of)|better than any(?:one|body)?(?: of)?|well done
    (?:real|great|huge|enormous|much|every|deep) (?:respect|admiration)|congratulations|(?:so|very) proud
    like (?:an )?angels?|good luck|brilliant(?:ly)?|wonderful(?:ly)?|delighted|know your stuff
    walk into (?:a|any|the) job|(?:don't|do not) doubt
    knows (?:that )?you(?:'ve| have) (?:written|contacted|called|rung|spoken|told|come)
""")
_OUR_FAULT = whole_any(
    "(?:it|that|this) (?:was|is) (?:\\w+ )?(?:our|my) (?:mistake|fault|error|doing|oversight)"
)
_SPARED = any_of("""
    look|check|open|read|log|come (?:in|back|to work)|bring|buy|pay|worry|apologi[sz]e|thank|lift|cook|cancel
    rush|hurry|get up|reply|answer|do any|work|move|clean|wash|tidy|miss|pick up
""")
KIND_ORDER = whole_any(rf"don't you dare (?:even )?(?:think (?:about|of) )?{_SPARED}(?:ing)?")
"""A favour in the dress of a scolding: "don't you dare bring anything, it's my treat"."""

_SEX = any_of("boys?|girls?|m[ae]n|wom[ae]n|males?|females?|mothers?|fathers?|mums?|dads?")
_COMPARED = any_of(r"""
    (?:more|fewer|less|higher|lower|better|worse|happier|older|younger|as|faster|slower|longer|satisfied) \w+
    than|outperform(?:ed|s)?
    (?:did|done|do|doing|scored|achieved|performed|fared) (?:\w+ )?(?:better|worse|well)
    \d|per ?cent
""")
_MEASURED = whole_any(r"""
    results?|scor(?:e|es|ed|ing)|attain\w*|achiev\w+|progress|attend\w*|absen\w+|points?|average|mean|median
    rates?|gaps?|per ?cent|survey\w*|respon(?:se|ses|ded|dents)|happier|satisf\w+|phonics|reading|writing
    maths|spelling|gcses?|a[- ]levels?|sats|ks[1-4]|key stage \w+|travel|exclusions?|applications?|applied
    appoint\w+
    pay gap|cohort|figures|data|did (?:better|worse)|outperform\w*|provision|places|entr(?:y|ies)|up ?take
    timing|meetings?|more likely|less likely
""")
_SEXES = linear.compile(rf"(?i)\b{_SEX}\b[^.!?\n]{{0,80}}\b{_SEX}\b")
_THAN = whole_any(_COMPARED)
_JUDGED = whole_any(r"""
    natural(?:ly)?|always|never|just|should|ought|shouldn't|can't|cannot|won't|belong|emotional|hysterical
    lazy|clever(?:er)?|suited|brains?|drama|bossy|weak(?:er)?|nag\w*|moan\w*|obviously|of course|as usual
    typical|expect(?:ed)?|surpris\w+|after all|better at|worse at|stick to|leave it to|need a|want a
""")
_PEOPLE = whole_any(rf"""
    {KINDS_OF_PEOPLE}|{GROUPS}|blacks|whites|asians|romanies|women|girls
    anyone|somebody|someone|those|these|they|we|I|he|she
""")
_OF_A_KIND = whole_any(rf"{KINDS_OF_PEOPLE}|{GROUPS}")
_JUDGED_HARD = whole_any(rf"{GROUPS}|too many|swamp\w*|overrun|flood\w*|don't want|not want|trouble|lot")
_COLOURS = whole_any("white|black|brown|yellow|red|pink|colou?red|dark|blue|green|grey")

_WAY = any_of("""
    Road|Rd|Lane|Yard|Wood|Woods|Street|St|Close|Avenue|Ave|Hill|Drive|Way|Row|Farm|Bottom|Green|Court
    Crescent|Terrace|Gardens|Mews|Square|Bridge|Common|Heath|Moor|Mill|Park|Place|Rise|Walk|Grove|Alley|Passage|Hall
    Cottages?|End|Field|Fields|Corner|Cross|Ford|Brook
""")
PLACE = linear.compile(rf"\b\p{{Lu}}[\pL'\x{{2019}}]+(?:\s+\p{{Lu}}[\pL'\x{{2019}}]+){{0,2}}\s+{_WAY}\b")
"""A road, a yard or a wood by its name."""
_HEADING = linear.compile(r"(?i)^\W*(?:where|how|what|when|who) to\b")
_DRESS = whole_any(r"""
    white spirit|black tie|(?:no|wear|wearing|in|all) (?:black|white)(?:,? please|, by)
""")
_SO_MANY = whole_any(r"""
    (?:about|perhaps|around|some|roughly|up to|expect) (?:\d+|ten|twelve|fifteen|twenty|thirty|forty|fifty)
    (?:children|pupils|places) of (?:primary|secondary|nursery|school) age
""")
_GAME = whole_any("""
    guess (?:the|how (?:many|much)|which|whose)|name the|sweepstakes?|tombola|raffle|quiz|fancy dress|spot the
    leaving (?:do|drinks|lunch|card|collection)
""")
_SAYING = whole_any(r"""
    (?:who|what|whom) (?:we|i|they|you) can scare up|kill two birds|(?:bite|dodged?) (?:the|a) bullet
    shoot the messenger|(?:kill|die) for (?:an?|some|one of)
    shoot (?:me|you|us|him|her|them|over) (?:an?|the) (?:\w+ )?(?:e-?mail|line|note|message|text)
    (?:kill|strangle|murder) (?:someone|somebody)|will (?:kill|murder|strangle) me
""")
_ON_WORDING = linear.compile(
    r"(?i)\b(?:instead of|rather than|never say|not say|n['\x{2019}]t say|avoid|replace)(?: saying)?:?\s*"
    r"[\"'\x{201c}\x{2018}]"
)
"""Advice on what not to say quotes it."""
_IN_TRADE = whole_any("firms?|company|companies|contractors?|suppliers?|agency|shop|landlord|outfit|lot|team")


def is_faint(words: str, tone: Tone, heard: float) -> bool:
    """Whether too little is heard, or said, for a hint; from `MENTION` on nothing is."""
    if heard >= MENTION:
        return False
    if _HEADING.search(words) or heard < hint_of(tone) or len(words.split()) < _FEWEST:
        return True
    return tone in _CONTEMPT and _PRAISE.search(words) is not None


def is_misread(words: str, sentence: Sentence, tone: Tone, heard: float) -> bool:
    """Whether innocent words may be what the model took for a tone."""
    if tone in _CONTEMPT and _is_kindly_meant(words, heard):
        return True
    if tone in _ON_MANNER and _ON_WORDING.search(words):
        return True
    if tone in _BY_NAME and _is_of_a_place(words):
        return True
    if tone in _HOT and (is_mild_at_a_thing(words) or (AT_NOBODY.search(words) and not _YOU.search(words))):
        return True
    match tone:
        case Tone.ANGER:
            found = heard < WARNING and FELLOW_FEELING.search(words)
        case Tone.DISCRIMINATION:
            found = is_concern(words) or _is_of_nobody(words, sentence, heard)
        case Tone.SEXUAL:
            found = NAMES_ALIKE.search(words) and not EXPLICIT.search(words)
        case Tone.DEFAMATION:
            found = heard < CERTAIN and _is_of_a_thing(words)
        case Tone.OBSCENITY:
            found = NAMES_ALIKE.search(words) or LESSON_WORDS.search(words)
        case _:
            found = tone is Tone.GOSSIP and heard < CERTAIN and _GAME.search(words)
    return bool(found)


def _is_kindly_meant(words: str, heard: float) -> bool:
    if any(pattern.search(words) for pattern in (_WELL_DONE, KIND_ORDER, _SAYING)):
        return True
    return heard < WARNING and _OUR_FAULT.search(words) is not None


def is_in_a_place(text: str, start: int, end: int) -> bool:
    """Whether the word there is part of a place's name: "Bitches Wood Road"."""
    begins = max(0, start - 40)
    return any(
        begins + found.start() <= start and end <= begins + found.end()
        for found in PLACE.finditer(text[begins : end + 40])
    )


def _is_of_a_place(words: str) -> bool:
    return PLACE.search(words) is not None and not AT_PERSON.search(PLACE.sub(" ", words))


def _is_of_nobody(words: str, sentence: Sentence, heard: float) -> bool:
    """Figures by sex, a colour, or somebody's health or diet: nobody is run down."""
    if _SEXES.search(words) and _THAN.search(words) and _MEASURED.search(words):
        return _JUDGED.search(words) is None
    if heard < WARNING and sentence.story >= MENTION and len(words.split()) <= _FEWEST:
        return True
    if heard < CERTAIN and _SO_MANY.search(words) and not _JUDGED_HARD.search(words):
        return True
    if heard < WARNING and _DRESS.search(words) and not _OF_A_KIND.search(_COLOURS.sub(" ", words)):
        return True
    if heard >= CERTAIN or AT_PERSON.search(words):
        return False
    return _PEOPLE.search(_COLOURS.sub(" ", words)) is None and not holds_name(words)


def _is_of_a_thing(words: str) -> bool:
    """A claim that touches nobody: "it is a scam" of a mail."""
    is_of_people = any(who.search(words) for who in (AT_PERSON, _PEOPLE, _YOU, _IN_TRADE))
    return not is_of_people and not holds_name(words)
