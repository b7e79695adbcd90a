"""Is a sentence no more than a concern that somebody may have a condition or a need?

Schools ask themselves such things every day: "I wonder if he might be autistic?". It is one when it only
supposes, gives the condition its proper name, and says nothing else: every other word is one of a few that
judge nobody. One word more ("or just rude", "not on reception") is for the model to hear. What is put to
the reader's face ("are you deaf?") is none.
"""

from app import linear
from app.checks.words import any_of, whole, whole_any, word_set

_MOST_WORDS = 40

_TROUBLE = any_of("difficult(?:y|ies)|disabilit(?:y|ies)|needs?|delays?|disorders?|problems?|issues?")
_NAMED = any_of(rf"""
    autis(?:m|tic)|asd|asc|(?:the |an )?(?:autism |autistic )?spectrum|adhd|pda|odd|ocd|tourette(?:'s)?|fasd
    dyslexi(?:a|c)|dyspraxi(?:a|c)|dyscalculi(?:a|c)|neurodivergent|neurodiverse|epilep(?:sy|tic)
    deaf|hard of hearing|(?:partially |colour[- ])?blind|short[- ]sighted|(?:visually|hearing) impaired
    (?:hearing|vision|sight|visual) (?:loss|impairments?|{_TROUBLE})
    (?:learning|speech|language|attention|attachment|processing|sensory|mental health|eating) {_TROUBLE}
    (?:special educational|additional|send?) needs?|selective(?:ly)? mut(?:e|ism)|disabled|a disability
    depress(?:ed|ion)|anxi(?:ous|ety)|diabet(?:es|ic)|coeliac|asthma(?:tic)?|alcoholic
""")
_CONDITION = whole(_NAMED)
_SUPPOSES = whole_any("""
    wonder(?:s|ed|ing)? (?:if|whether|about)|might|may|could|perhaps|possibly|maybe|suspect(?:s|ed)?
    (?:considered|thought about|asked (?:if|whether)|ask(?:s|ing)? (?:if|whether)|worr(?:y|ies|ied) that)
    (?:do|does|did) \\w+ (?:also )?think|possib(?:le|ility)|concern(?:ed)? that|signs of
""")
_TO_THE_READER = whole_any("""
    (?:what )?do you (?:also )?think|(?:have|had) you (?:ever )?(?:considered|noticed|thought|wondered)
    (?:could|would|can) you (?:please )?(?:ask|refer|talk|speak|look)
    your (?:son|daughter|child|boy|girl|twins?)
""")
_NEUTRAL = word_set("""
    i i'm i've we we're we've he he's she she's they they're they've it it's him her them his hers their this
    that there who anyone anybody somebody someone
    mum mum's dad dad's mother father parents parent brother sister brother's sister's son daughter boy girl
    child pupil student family twin gp senco sendco nurse doctor teacher mr mrs miss ms
    am is are was were be been being has have had do does did may might could would can a an the some any
    wonder wonders wondered wondering think thinks thinking thought suspect suspects suspected considered
    asked ask asks asking worry worries worried concern concerned concerns possible possibly possibility
    perhaps maybe if whether about of on in to for with by from and also too just now still ever again
    sure unsure likely mild mildly slight slightly severe undiagnosed signs sign showing shows show
    one both ear ears eye eyes left right has like
    need needs needed benefit support help referral refer referred assess assessed assessment assessments
    screened screening test tested tests diagnosis diagnosed formally check checked checking look looked into
    talk speak see seen paediatrician
""")
_OPENS_WITH_NAME = linear.compile(r"^\p{Lu}\pL+(?: \p{Lu}\pL+)? (?:may|might|could|is|has|and)\b")
_WORD = linear.compile(r"[\pL\pN]+(?:['\x{2019}-][\pL\pN]+)*")


def is_concern(words: str) -> bool:
    """Whether the sentence supposes a condition of a third person, and says nothing else."""
    if not (_SUPPOSES.search(words) and _CONDITION.search(words)):
        return False
    rest = _CONDITION.sub(" ", _TO_THE_READER.sub(" ", words))
    first, *others = _WORD.findall(rest)[: _MOST_WORDS + 1] or [""]
    opens_well = _is_neutral(first) or (first != "You" and _OPENS_WITH_NAME.search(words) is not None)
    return opens_well and len(others) < _MOST_WORDS and all(_is_neutral(w) or w.istitle() for w in others)


def _is_neutral(word: str) -> bool:
    return word.casefold().replace("\u2019", "'") in _NEUTRAL
