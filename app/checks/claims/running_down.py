"""Does the author run down a person, another school or an organisation in everyday words?

"He is hopeless, talks for hours." "Otterside has gone to the dogs." Needs words of scorn and, in the same or
the last sentence, somebody whom they are about: a name, a post, a school, a team. What is asked, doubted,
told of others or made up is left out, and so is scorn for weather, buses and one's own self.
"""

from app.checks.claims.said import Said, find_said
from app.checks.tone.quotation import in_own_words
from app.checks.tone.setting import is_of_fiction
from app.checks.words import any_of, whole_any
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.people import Who
from app.domain.reading import Reading, Sentence

_POOR = any_of(r"""
    hopeless|useless|clueless|incompetent|pathetic|lazy|thick|dim|stupid|dense|gormless|spineless|two-faced|insufferable|unbearable|a (?:\w+ )?(?:bore|windbag|fool|clown|fraud|snake|nightmare|pain|idiot|waste of (?:space|time|oxygen|a salary)|liability|control freak|drama queen|know-?(?:it-?)?all|moaner|jobsworth|lightweight|show-?off)
    the worst|out of (?:his|her|their) depth|not (?:the sharpest|the brightest|very bright|up to (?:it|much|the job))|full of (?:him|her|them)sel(?:f|ves)|all talk|past (?:his|her) (?:best|sell-by)|past it|in love with (?:him|her)self
""")  # noqa: E501 - one phrase a line
_ORGANISATION = any_of(r"""
    (?:schools?|academy|academies|trust|council|team|department|lot|firm|agency|office|governors|governing body|nursery|college|service|contractors|suppliers|parents|families)
""")  # noqa: E501 - one phrase a line
_SCORN = whole_any(rf"""
    (?:he|she)(?:'s| is| was)(?: \w+){{0,3}}? {_POOR}
    (?:that|this|the) (?:woman|man|bloke|fella|girl|deputy|head|chap) (?:is|was|has|'s|couldn't|can't|never)(?: \w+){{0,4}}? (?:{_POOR}|never|no use|of (?:any )?use|no idea|a clue|organise)
    (?:vain|thick|dim|mad|slippery|stubborn|tight|daft|useful|miserable|blind|slow) as (?:an? |two |\w+ )\w+|as much use as|about as (?:useful|much use|bright|welcome) as
    (?:talks|waffles|drones(?: on)?|bangs on|rambles(?: on)?|moans|whinges|complains) (?:on )?(?:for (?:hours|ever)|about everything|all day|endlessly|constantly|non-?stop)|goes on and on|loves? the sound of (?:his|her|their) own voice
    (?:likes?|loves?) to (?:show off|hear (?:him|her)self|throw (?:his|her) weight)|hogs? the (?:floor|meeting|conversation|limelight)|(?:will|'ll) hog the|never (?:reads?|opens|prepares|lifts) (?:an? |the |any )?(?:paper|papers|email|finger)
    (?:no|any|of) use to (?:anybody|anyone|man (?:n?or|or) beast)|(?:don't|do not) know (?:why|what) (?:we|they|anybody|anyone) (?:pays?|keeps?|employs?|bothers?|sees? in)|how (?:he|she|they) (?:ever )?got (?:the|that|this) job
    (?:couldn't|could not|can't) (?:organise|run|manage|teach|lead) an? \w+|wouldn't know an? \w+|all \w+ and no \w+|load of (?:waffle|rubbish|tosh|drivel|nonsense|old tosh)|hasn't (?:got )?a clue
    (?:third|second|fourth)-rate (?:\w+ )?\w+|gone to the dogs|gone (?:right )?downhill|going to the dogs|(?:is|was|'s|are) (?:such )?a (?:dump|shambles|(?:complete|total|sick|bad|standing|absolute) joke|madhouse|sink school|laughing stock|disgrace)
    (?:the|our) (?:worst|laziest|most useless|most hopeless|rudest|poorest) (?:\w+ )?{_ORGANISATION}|{_ORGANISATION} (?:is|are|'s|'re)(?: \w+){{0,2}}? {_POOR}|(?:worst|laziest|rudest) of the (?:bunch|lot)
    made an? (?:\w+ )?(?:mess|hash|pig's ear|dog's dinner|shambles|botch) of|(?:weak|useless|hopeless|feeble|lazy|dreadful) (?:head|leadership|teachers?|staff|governors|management|deputy)|rough (?:families|parents|kids|lot)
    wouldn't send (?:my|a|an?|your) (?:\w+ )?(?:dog|child|cat|worst)|wouldn't trust (?:him|her|them) (?:with|to|as far)|(?:a )?waste of (?:space|oxygen)
""")  # noqa: E501 - one phrase a line
_ABOUT = whole_any(rf"""
    he|she|him|her|(?-i:St) \pL+|(?-i:HR|IT|SLT|LA)|head(?: ?teacher)?|deputy|teachers?|manager|chair|caretaker|councillor|consultant|(?:our|my|the) (?:boss|director)|{_ORGANISATION}|(?:mr|mrs|ms|miss|dr) \pL+
""")  # noqa: E501 - one phrase a line
_OF_THINGS = whole_any("""
    weather|bus|buses|trains?|traffic|printers?|laptops?|computers?|wi-?fi|broadband|system|software|website|boiler|heating|coffee|photocopier
""")
_SELF = whole_any("i'm|i am|i was|i feel|we're|we are|myself")


def find_run_down(reading: Reading) -> tuple[Span, ...]:
    """The sentences that run somebody down."""
    text = in_own_words(reading)
    starts = [sentence.start for sentence in reading.sentences]
    return tuple(
        said.span
        for said in find_said(reading, _SCORN, text)
        if not said.is_told
        and not _is_doubted(said)
        and not _OF_THINGS.search(said.words)
        and not _SELF.search(said.before[-12:])
        and _is_about_somebody(reading, said, starts.index(said.sentence.start))
        and not is_of_fiction(reading, said.words)
    )


def _is_doubted(said: Said) -> bool:
    return _NOT.search(said.before[-30:]) is not None


_NOT = whole_any("not|isn't|aren't|wasn't|never|nobody|no longer|hardly|if|whether|don't think|do not think")


def _is_about_somebody(reading: Reading, said: Said, at: int) -> bool:
    near = reading.sentences[max(0, at - 1) : at + 1]
    words = reading.own[said.sentence.start : said.sentence.end]
    return _ABOUT.search(words) is not None or any(_names(reading, s) for s in near)


def _names(reading: Reading, sentence: Sentence) -> bool:
    return any(
        p.who is Who.THIRD_PARTY and p.field is Field.BODY and sentence.start <= p.start < sentence.end
        for p in reading.people
    )
