"""Does the author run down the own organisation or a person, or say as certain what nothing shows?

Narrow on purpose: the own school, council or trust called a shambles and the like; a named person called lazy
and the like, where no graver tone is heard; "everyone knows" and the like with a claim that harms, and no
source in the sentence. Reports, questions, fiction and what others said are left out.
"""

from collections.abc import Collection

from app import linear
from app.checks.claims.said import DOUBTED, find_said
from app.checks.pointing import in_body
from app.checks.tone.quotation import in_own_words
from app.checks.tone.setting import is_of_fiction
from app.checks.words import any_of, whole_any
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.people import Who
from app.domain.reading import Reading, Sentence

_OURS = any_of(r"""
    (?:our|this|my) (?:\w+ )?(?:school|academy|council|trust|nursery|college|local authority|service|department|directorate|management|head|headteacher|head teacher|principal|slt|senior leadership team|leadership team|leadership|governors|governing body|office|team|place)
    the (?:school|academy|council|trust|nursery|local authority|slt|senior leadership team|leadership team|management)
    (?:management|leadership|slt|senior leadership|the head) (?:here|at this school)
""")  # noqa: E501 - one phrase a line
_BE = "(?:is|are|'s|'re|has become|have become|has been|have been|was|were)"
_RUN_DOWN = whole_any(rf"""
    {_OURS} {_BE} (?:\w+ ){{0,3}}?an? (?:\w+ ){{0,2}}?(?:shambles|joke|disgrace|laughing stock|farce|circus|sinking ship|madhouse|embarrassment)
    {_OURS} {_BE} (?:\w+ ){{0,2}}?an? (?:absolute|complete|total|utter) (?:mess|disaster|nightmare|failure|waste of \w+)
    {_OURS} {_BE} (?:\w+ ){{0,2}}?(?:shambolic|useless|hopeless|incompetent|rubbish|falling apart|clueless|corrupt|disgraceful|rotten|toxic|in chaos|on its knees|unfit for purpose)
    {_OURS} {_BE} (?:\w+ ){{0,2}}?(?:badly|poorly|terribly|appallingly) (?:run|led|managed)
    {_OURS} {_BE} (?:\w+ ){{0,2}}?(?:run|led|managed) by (?:\w+ )?(?:idiots|clowns|amateurs|fools|bullies|people who)
    {_OURS} {_BE} (?:\w+ ){{0,2}}?(?:failing|letting down) (?:\w+ ){{0,2}}?(?:children|pupils|families|students|residents|staff)
    {_OURS} (?:has|have|is|are)(?: \w+)? (?:let|letting|failed|failing) (?:\w+ ){{1,4}}?(?:badly|terribly|completely|appallingly)
    {_OURS} {_BE} (?:\w+ )?not fit for purpose|{_OURS} (?:does not|doesn't|do not|don't|couldn't) (?:really |even )?(?:care (?:about|if|less|what)|have a clue|know what (?:it is|they are|they're|we are|we're) doing|run a bath)
    (?:ashamed|embarrassed) to (?:work (?:here|for)|say (?:that )?I work)|(?:wouldn't|would not|would never) send my own (?:\w+ )?(?:to this|to our|here)
""")  # noqa: E501 - one phrase a line

_POOR = any_of(r"""
    lazy|useless|hopeless|incompetent|unreliable|arrogant|rude|clueless|unprofessional|manipulative|moody|lousy|dreadful|dishonest|selfish
    thick|stupid|annoying|irritating|tiresome|nosy|bossy|pushy|paranoid|hysterical|unhinged|spiteful|two-faced|attention[- ]seeking|high[- ]maintenance
    hard work|out of (?:his|her|their) depth|not up to (?:the job|it|much|scratch)|no good (?:at|with|as)|not very (?:bright|good at|clever|able)|not the (?:brightest|sharpest)
    an? (?:\w+ ){0,2}?(?:pain|nightmare|bully|liability|waste of space|troublemaker|moaner|gossip|idiot|drama queen|lazy \w+|difficult (?:woman|man|person|parent|child|boy|girl))
    an? (?:\w+ )?(?:terrible|weak|poor|bad|dreadful|awful) (?:teacher|manager|head|leader|mother|father|parent|colleague|governor)|the worst
""")  # noqa: E501 - one phrase a line
_JUDGED = linear.compile(
    r"(?i)^(?:,?\s+\w+){0,2}?"
    r"(?:\s+(?:is|was|can be|could be|seems|has been|has always been|will be|is being|are|were)|['\x{2019}]s)"
    rf"(?:\s+\w+){{0,3}}?\s+{_POOR}\b"
)
_FOUND = linear.compile(rf"(?i)^(?:\s+to be)?(?:\s+\w+){{0,2}}?\s+{_POOR}\b")
_FINDS = linear.compile(r"(?i)\b(?:find|found|consider|think|thought|call)\s+$")
_NEAR, _LEAD = 90, 12

_CERTAIN = whole_any(r"""
    (?:everyone|everybody|we all|the whole (?:town|village|school|staffroom)) (?:\w+ )?knows?|(?:it is|it's) (?:a )?(?:well[- ]known|common knowledge|an open secret|obvious|undeniable|a (?:known |proven )?fact)
    the (?:simple |plain )?(?:fact|truth) is|there is no (?:doubt|question)|there's no (?:doubt|question)|without (?:a )?doubt|beyond (?:any )?doubt|undeniably|undoubtedly|100% (?:certain|sure|true)|it is proven
    (?:that's|that is|this is) a fact|make no mistake|no two ways about it
""")  # noqa: E501 - one phrase a line
_HARMS = whole_any(r"""
    worst|worse|failing|failed|fails|cheats?|cheated|cheating|lies|lied|lying|corrupt|fiddl\w+|cover(?:s|ed|ing)? (?:it |things )?up|wast(?:es|ed|ing)|never (?:do|does|did|pay|pays|paid|answer|answers|listen|listens|listened|turn up)
    only (?:cares?|in it)|(?:don't|doesn't|do not|does not) care|bull(?:y|ies|ied)|steals?|stole|cuts? corners|overcharg\w+|rip(?:s|ped|ping)? (?:\w+ )?off|incompetent|dangerous|unsafe|mislead\w*|misled|biased|racist|rigged
    fake|made (?:it )?up|to blame|caused|ruined|ruining|bribed?|dodgy|crooks?|hopeless|useless|second[- ]rate|rubbish|can't be trusted|cannot be trusted
""")  # noqa: E501 - one phrase a line
_SOURCE = whole_any(r"""
    according to|figures|data|statistics|reports?|reported|ofsted|survey|study|studies|research|evidence|audit|minutes|census|dfe|inspection|results (?:show|from)|found that|shows that|see (?:page|section|the|attached)|source|published|register|log|records?
    I think|I believe|in my (?:view|opinion)|I feel|it seems|I suspect
""")  # noqa: E501 - one phrase a line
_ABOUT = whole_any(r"""
    he|she|they|their|his|her|him|them|you|schools?|academ(?:y|ies)|council|trust|company|firm|contractor|department|team|parents?|teachers?|staff|governors|head|management|unions?|agency|provider|supplier|councillors?|ofsted
    families|famil(?:y|ies)|pupils?|children|nursery|service|office
""")


def find_against_own(reading: Reading) -> tuple[Span, ...]:
    """The sentences that run down the own organisation."""
    text = in_own_words(reading)
    found = [
        said.span for said in find_said(reading, _RUN_DOWN, text) if not said.is_doubted and not said.is_told
    ]
    return tuple(found)


def find_judged(reading: Reading, heard: Collection[Sentence]) -> tuple[Span, ...]:
    """The sentences that run down a person by name and whose tone is not `heard` already."""
    text = in_own_words(reading)
    found: dict[Span, None] = {}
    for person in reading.people:
        if person.who is not Who.THIRD_PARTY or person.field is not Field.BODY:
            continue
        pattern = _FOUND if _FINDS.search(text[max(0, person.start - _LEAD) : person.start]) else _JUDGED
        match = pattern.search(text[person.end : person.end + _NEAR])
        if match is None:
            continue
        sentence = next((s for s in reading.sentences if s.start <= person.start < s.end), None)
        if sentence is None or sentence in heard or person.end + match.end() > sentence.end:
            continue
        words = text[sentence.start : sentence.end]
        if _is_unmeant(words, text[sentence.start : person.start]) or is_of_fiction(reading, words):
            continue
        found[in_body(reading, sentence.start, sentence.end)] = None
    return tuple(found)


def _is_unmeant(words: str, before: str) -> bool:
    return words.rstrip().endswith("?") or DOUBTED.search(before) is not None


def find_unsourced(reading: Reading, heard: Collection[Sentence]) -> tuple[Span, ...]:
    """The sentences that say a harmful thing as certain, with no source, and are not `heard` already."""
    return tuple(
        said.span
        for said in find_said(reading, _CERTAIN)
        if _HARMS.search(said.words)
        and _ABOUT.search(said.words)
        and not _SOURCE.search(said.words)
        and not said.is_doubted
        and said.sentence not in heard
    )
