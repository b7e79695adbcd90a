r"""Does the author mock somebody, shut them out, or mean to show them up before others?

Named phrases, one a line (see ``words.py``), of the author's own: everybody against one, nicknames and
imitations to wound, captions for a picture of somebody, pictures that are to go round. Often no word is
coarse, so that no other list holds them. What is quoted, told of others, said in a report, a lesson or a
policy is none.
"""

from app.checks.pointing import in_body
from app.checks.tone.quotation import in_own_words, is_report, tells_of_others
from app.checks.words import Screen, any_of, first_found, whole_any
from app.domain.finding import Span
from app.domain.reading import Reading

_NOBODY = any_of("nobody|no[- ]?one|none of (?:us|them)|not one of us")
_ALL = any_of(
    "we all|we(?:'ve| have) all|everyone|everybody|the whole (?:office|team|school|department)|all of us"
)
_HERE = any_of("(?:else )?(?:in|on|at|round|around) (?:the|this|our) \\w+|here|else|round here|around here")
_ONE = any_of("you|him|her")
_WHO = any_of(r"you|him|her|(?-i:\p{Lu})\pL+")
_WORST = any_of("""
    ugliest|fattest|thickest|smelliest|laziest|dumbest|dimmest|stupidest|most useless|most hated
    worst[- ]dressed|most boring|saddest
""")
_PICTURES = any_of("""
    (?:pictures?|photos?|photographs?|pics?|videos?|films?|footage|recordings?|screenshots?|messages|texts)
""")
_TOYS = any_of("crayons?|colouring book|bib|dummy|nappy|dunce'?s? (?:cap|hat)|rattle|potty|babysitter")
_SHOWN_UP = any_of("""
    asleep|drooling|dribbling|snoring|drunk|bald|mouth (?:wide )?open|face|gob|chins?|belly|bum
    backside|crying
""")
_MOCKERY = tuple(
    whole_any(family)
    for family in rf"""
    {_NOBODY}(?: {_HERE})? (?:\w+ )?(?:likes|wants|can stand|can bear|respects|would miss|will miss|misses|trusts) {_ONE}
    {_NOBODY}(?: {_HERE})? (?:wants|will|would|is going|'s going|cares)(?: \w+)? (?:sit|eat|work|talk|speak|be seen) (?:with|to|next to|near) {_ONE}
    {_ALL} (?:\w+ )?(?:laugh(?:s|ed|ing)?|snigger(?:s|ed)?|groan(?:s|ed)?|hates?|dreads?|joke(?:s|d)?|rolls? (?:our|their) eyes) (?:at|about|when|whenever|behind|every time) (?:{_ONE}|your|his)
    {_ALL} (?:\w+ )?(?:hates?|can't stand|despises?|avoids?|thinks you(?:'re| are) an?) (?:you|him|(?:her$|her[.,!]))
    (?:is|are|was|were|'re|'s) (?:all )?(?:laughing|sniggering) (?:at|about) you|behind your back
    do us (?:all )?a favour and (?:\w+ )?(?:leave|resign|quit|go|hand (?:in )?your|stay (?:at )?(?:home|away)|disappear|(?:don't|do not) come)
    you(?:'re| are|'ve been voted| have been voted)(?: \w+)? the {_WORST}|(?:vote|poll|prize|award) for (?:the )?{_WORST}
    put (?:people|everyone|everybody|us|me) off (?:their|our|my) (?:food|lunch|tea|dinner|breakfast)
    (?:his|her|{_WHO}'s|your) (?:new )?nickname is|(?:new|a) nickname for {_WHO}
    make sure (?:he|she) (?:hears|sees|finds out|knows about) (?:it|this|that)|(?:his|her) face (?:is|was|will be) (?:hilarious|priceless|a picture)
    (?:do|does|doing|did) (?:his|her|{_WHO}'s) (?:accent|walk|stammer|stutter|lisp|limp|voice)
    (?:get|give|buy|hand|fetch|find) (?:him|her|you|{_WHO}) (?:an?|some|his|her)(?: \w+)? {_TOYS}
    {_SHOWN_UP}[^\n]{{0,60}}caption (?:competition|contest)|caption (?:competition|contest)[^\n]{{0,60}}(?:his|her|{_WHO}'s) (?:\w+ )?{_SHOWN_UP}
    (?:everyone|everybody|the whole \w+|your (?:husband|wife|mum|family|boss)) (?:sees|will see|gets|will get|is going to see|gets to see|will know about) (?:the|those|these|that|your|all the|all your) (?:\w+ )?{_PICTURES}
    or (?:I'll|we'll|I will|we will) (?:\w+ )?(?:post|share|show|send|forward|put) (?:the|those|these|that|your) (?:\w+ )?{_PICTURES}
    (?:I'll|we'll|I will|we will|I'm going to) (?:\w+ )?(?:post|put) (?:the|those|these|that) {_PICTURES} of {_ONE} (?:online|up|on|round)
    (?:made|making|make) sure (?:that )?(?:nobody|no[- ]?one) (?:\w+ )?(?:talks|speaks|sits|works|will) (?:to|with)? ?{_ONE}
    (?:bet|see) (?:we|I|you)? ?(?:can )?(?:make|if (?:he|she)) (?:him|her)? ?(?:cry|cries)|let's (?:all )?(?:ignore|wind up|freeze out|blank|laugh at) {_WHO}
    (?:don't|do not|nobody|no one) (?:talk|speak|reply|sit) (?:to|with|next to) {_WHO}[^.!?\n]{{0,30}}(?:until|till|and see|any ?more)
    round of applause (?:for|to) {_WHO}[^.!?\n]{{0,30}}(?:once|yet) again
    laugh (?:at|about) (?:him|her) (?:behind|when)|at (?:his|her|{_WHO}'s) expense
""".strip().splitlines()  # noqa: E501 - one family of phrases a line
)
_MAY_MOCK = Screen(_MOCKERY)
_NICKNAMED = whole_any(rf"""
    (?:we're|we are|we've been|everyone's|everyone is|I'm|let's all|let's start) (?:all |now )?(?:calling|call) {_WHO} ["\x{{201c}}\x{{2018}}']\w+
""")  # noqa: E501 - one phrase a line
_FOR_TEACHING = whole_any(r"""
    lessons?|assembl(?:y|ies)|anti-?bullying|pshe|polic(?:y|ies)|posters?|workshops?|scenarios?
    role[- ]?play|script
    worried|concerned|upset|unkind|unacceptable
""")
_STOPS = ".!?\n"


def find_mockery(reading: Reading) -> tuple[Span, ...]:
    """The words that mock, shut out or mean to show up, in order."""
    if is_report(reading) or _FOR_TEACHING.search(reading.subject.clean):
        return ()
    text = in_own_words(reading)
    found = [match.span() for at in _MAY_MOCK.passed(text) for match in first_found(_MOCKERY[at], text)]
    places = sorted((*found, *(match.span() for match in first_found(_NICKNAMED, reading.own))))
    return tuple(in_body(reading, *place) for place in places if not _is_told(text, *place))


def _is_told(text: str, start: int, end: int) -> bool:
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    last = min((at for stop in _STOPS if (at := text.find(stop, end)) >= 0), default=len(text))
    words = text[first:last]
    return tells_of_others(text[first:start]) or _FOR_TEACHING.search(words) is not None
