"""Is a sentence ordinary business, though it sounds like somebody's story?

Who collects whom, what stands on a dinner account, a medal, a solo, a week at the vet's, a secondment: a
model that hears single sentences takes a name beside such words for a private matter. So it does with a
boiler that "has been off sick again" and the guinea pig that is eating. A row below exempts a sentence only
where all that is heard in it are the matters of that row, and no word tells why or whom not.
"""

from app import linear
from app.checks.stories.gravest import is_gravest
from app.checks.words import whole_any
from app.domain.reading import Matter, Reading, Sentence
from app.kept import kept

_LEAST = 0.4
_ROWS = (
    (
        {Matter.FAMILY},
        whole_any(r"""
            (?:dinner|lunch|meals?|snack|milk|club|trip|music|school|catering|parentpay) (?:money |fund )?(?:account|balance)|(?:account|balance) (?:\w+ ){0,5}?(?:in credit|minus|overdrawn|outstanding)
            (?:is|are|be|being|was|were|gets?) (?:collected|picked up|met|fetched|walked home|dropped(?: off)?|brought(?: in)?) by|(?:collected|picked up|home|come|comes|coming|travel\w*|going|goes|go) (?:by \w+ )?(?:from|with|to) (?:(?:his|her|their) )?(?:(?:mum|dad|nan|gran\w*|auntie?|uncle|sister|brother)(?:'s)?|\w+'s (?:mum|dad|nan))
        """),  # noqa: E501 - one phrase a line
    ),
    (
        {Matter.FAMILY, Matter.HEALTH},
        whole_any(r"""
            baby (?:\w+ )?(?:arrived|was born|has arrived|is here)|new arrival|(?:baby )?(?:boy|girl|son|daughter),? (?:born|arrived)|\d ?lbs? ?\d|a (?:baby|little) (?:brother|sister) for
        """),  # noqa: E501 - one phrase a line
    ),
    (
        {Matter.PERSONNEL, Matter.PERFORMANCE, Matter.CONDUCT, Matter.FAMILY},
        whole_any(r"""
            acting up(?: for| as| into| from)|secondment|seconded (?:to|from|for|until)|maternity cover|job share
            worked (?:here|for us|with us|at \w+|in this \w+)(?: \w+){0,5}? (?:from|between|until|since)|(?:was|has been) employed (?:here |by us )?(?:as|from|between)
            term(?:s)? of office|term (?:ends|ended|runs|comes to an end|expires)|(?:stepping|steps|stepped|standing|stands|stood) down as|(?:has|have|had|'ll have) been chair
            (?:has|have|had) (?:countersigned|signed off|approved|seen|agreed) the
        """),  # noqa: E501 - one phrase a line
    ),
    (
        {Matter.PERFORMANCE, Matter.CONDUCT, Matter.SEND, Matter.HEALTH},
        whole_any(r"""
            came (?:first|second|third|fourth|\d(?:st|nd|rd|th)|top|last)|(?:gold|silver|bronze) medals?|runners?[- ]up|personal best|swam|cross[- ]country
            (?:has|have|had|sings?|plays?|dances?|gets?) (?:a|the|her|his) (?:\w+ )?(?:solo|part|lead|lines?)|on (?:piano|drums|violin|cello|flute|trumpet|guitar|bass|recorder)|(?:piano|drum|violin|cello|flute|trumpet|guitar|singing|dance|ballet) (?:exam|grade|lesson)|^\W*(?:\d{1,2}[.:]\d\d )?\w+,? grade [1-8]\W*$
            measured up|(?:hi-?vis|steel toecaps|(?:sturdy|sensible|stout|flat) shoes|wellies|packed lunch|waterproofs?)
        """),  # noqa: E501 - one phrase a line
    ),
    (
        {Matter.HEALTH},
        whole_any(r"""
            (?:half|most|many|much|several|lots|loads|a (?:third|quarter|lot|number)|two[- ]thirds|(?:two|three|four|five|six|\d+))(?: of)? (?:the|my|our|his|her|your|year|class|reception) (?:\S+ ){0,4}?(?:(?:is|are|were|was) (?:\w+ )?)?(?:off|away|absent|missing|down) (?:\S+ ){0,3}?(?:bugs?|virus|chicken ?pox|flu|colds?|covid|norovirus)
        """),  # noqa: E501 - one phrase a line
    ),
    (
        {Matter.FAMILY, Matter.SAFEGUARDING, Matter.SEND, Matter.PERSONNEL},
        whole_any(r"""
            (?:work experience|work|teaching|student|pgce|nursing|industrial|summer|year in industry) placements?|placement at (?:the|a) (?:vet|garage|salon|farm|office|nursery|theatre|library|shop|caf\x{e9}|cafe|studio|stables)\w*
        """),  # noqa: E501 - one phrase a line
    ),
)
_WHY = whole_any(r"""
    because|since|while|instead|not|never|only|can't|cannot|mustn't|must|allowed|unless|whether|conference|decid\w+|refus\w+|order|court|contact|access|supervised|social|police|refuge|hospital|prison|custody|foster\w*|separat\w+
    immigration|deport\w*|detained|arrest\w*|charged|split|left|died|death|ill|sick|stress|hardship|arrears|debts?|bailiffs?|free (?:school )?meals|grievance|disciplinary|investigation|concerns?|complaint|dismiss\w+|suspen\w+|warning|allegation|behind|struggl\w+
""")  # noqa: E501 - one phrase a line
_THINGS = whole_any(r"""
    boilers?|lifts?|pumps?|engine|engineer|gearbox|radiators?|generators?|piano|organ|minibus|van|lorry|gritter|mower|tractor|photocopiers?|copiers?|printers?|laminators?|laptops?|servers?|router|projectors?|hoovers?|dishwashers?|freezers?|fridges?|kettle|tills?|drains?|roof|plumber|fan belt|compressor
    vets?|hamsters?|guinea pigs?|gerbils?|rabbits?|hens?|chickens?|goldfish|tortoise|lizard|bearded dragon|kitten|puppy|goats?|alpacas?|cage|hutch|tank
""")  # noqa: E501 - one phrase a line
_BEGINS = linear.compile(
    r"(?i)^\W*(?:[\w ]+ (?:says?|said|thinks?|reckons?) )?"
    r"(?:it|she|he|the (?:\w+ )?(?:one|girl|lady|boy|fellow|patient|engineer))\b"
)
_PERSON = whole_any("""
    wom[ae]n|m[ae]n|people|mum|dad|mother|father|wife|husband|partner|ex|sons?|daughters?|family|child(?:ren)?|pupils?
""")
_AROUND = 160
_NORM = whole_any("""
    (?:the|a|an|any|each|every) (?:person|individual|employee|worker) (?:must|may|can|should|shall|will|has the right|is entitled)
    (?:any|each|every|either|no) (?:partner|parent|carer|pupil|child|student|colleague|manager|members? of staff|staff)
    (?:anybody|anyone|everyone|whoever|those|people|staff|employees|colleagues|pupils|children|families|parents|carers) (?:who|whose)
    at any stage|entitled to|entitlement|(?:one|two|three|four|six|\\d+) weeks? (?:paid|on full pay|at full pay|of paid)
""")  # noqa: E501 - one phrase a line
_ONE = whole_any("he|she|him|her|his|hers|you|your")


def is_ordinary(words: str, sentence: Sentence) -> bool:
    """Whether words tell of such business and of nothing else."""
    if _WHY.search(words) or is_gravest(words):
        return False
    most = max(sentence.matter.values(), default=0.0)
    heard = {matter for matter, score in sentence.matter.items() if score >= min(_LEAST, most)}
    return any(heard <= matters and pattern.search(words) for matters, pattern in _ROWS)


@kept
def is_norm(words: str) -> bool:
    """Whether words say what holds for anybody: a line of a policy, not of somebody's life."""
    return _NORM.search(words) is not None and not (_ONE.search(words) or is_gravest(words))


def is_of_things(reading: Reading, sentence: Sentence) -> bool:
    """Whether "she" who is poorly is a machine or an animal, which the subject or the words before say."""
    words = reading.own[sentence.start : sentence.end]
    near = f"{reading.subject.clean}\n{reading.own[max(0, sentence.start - _AROUND) : sentence.end]}"
    is_so_told = _BEGINS.search(words) is not None and not _PERSON.search(words)
    return is_so_told and _THINGS.search(near) is not None
