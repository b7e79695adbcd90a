r"""Which words are strong enough to be seen without a model?

Named lists, one phrase a line (see ``words.py``), whole words only and no word that is also an
ordinary name, town, food or medical term (Dick, Hoare, Scunthorpe, faggots, spastic). Slurs are kept to
the few that have no innocent use. The lists are never shown, logged or copied into a message.
"""

from app import linear
from app.checks.words import any_of, holds_name, whole, whole_any

_TITLE_REACH = 40
_DEGREES = any_of(r"""
    such|an?|the|all|just|so|really|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|bloody|f\w+ing
    complete and utter|lazy|little|old|real|right|proper|bunch of|lot of|bunch|lot|most|biggest|as|quite
    nothing but|clearly|obviously|frankly|simply|evidently|beyond|both|stupid|pathetic|useless|big|fat
    silly|nasty|horrible
""")
_PLAINLY_INSULTS = any_of("""
    idiots?|morons?|imbeciles?|cretins?|half-?wits?|dimwits?|pillocks?|scum|buffoons?|plonkers?|liars?|losers?
    cowards?
""")
_INSULTS_OF_A_PERSON = any_of("""
    numpt(?:y|ies)|muppets?|clowns?|vermin|parasites?|bull(?:y|ies)|fools?|prats?|twits?|pigs?|cows?|witch|hag
    low-?lifes?|simpletons?|snakes?|rats?|weasels?|creeps?|disgrace|joke|waste of space|laughing stock|jerks?
    crooks?|thieves|thief|pathetic|useless|worthless|stupid|thick|dumb|brainless|brain-?dead|clueless
    disgusting|vile|despicable|spineless|gutless|moronic|idiotic|repulsive|deluded|unhinged|incompetent
""")
_SOMEBODY = any_of("you|u|ya|he|she|they|that (?:man|woman|lot)|those people|you (?:two|lot|all|people)")
_BE = any_of("'m|'re|'s|are|is|were|was")
_DISMISSIVE = any_of("stupid|lazy|pathetic|useless|horrible|silly|vile|nasty")
_PERSON = any_of("man|woman|cow|idiot|girl|boy|little|people|person|moron")
_INSULT_PHRASES = any_of(rf"""
    (?:you|what an?|that|those|these|bunch of) (?:{_DEGREES} )*{_PLAINLY_INSULTS}
    shut up|shut your (?:mouth|face|trap)|get lost|drop dead|go to hell|screw you|waste of space
    (?:are|r) you (?:(?:really|that|just|actually) )?(?:stupid|thick|dumb|deaf|blind)
    how (?:stupid|thick|dumb) (?:are|can) you(?: be)?|too (?:stupid|thick|dumb|lazy) to
    nasty piece of work|never met any(?:one|body) so (?:stupid|incompetent|lazy|useless)
    you make me sick|you disgust me|I (?:hate|despise|loathe) you|nobody (?:likes|wants|can stand) you
    you (?:should|ought to) be ashamed(?: of yourself)?|(?:you|that) {_DISMISSIVE} {_PERSON}
""")

OF_DOGS = whole_any("dogs?|puppy|puppies|kennels?|litter|breed|spayed|whelp(?:ed|ing)?")

_OBSCENE_WORDS = any_of(r"""
    (?:mother)?f+u+c+k+(?:s|ed|er|ers|ing|in|wit|wits|face|head|ery|tard)?
    fck(?:ing)?|fking
    cunts?|wank(?:er|ers|ing)|bollocks?|bullshit|horseshit|sh1t(?:ty)?
    shit(?:s|ty|e|head|heads|show|ting)?|arseholes?|assholes?|bastards?|twats?|bell ?ends?
    (?:dick|knob) ?heads?|tossers?|piss (?:off|poor)|pissed off|taking the piss|bitch(?:es|y|ing)?
    slags?|sluts?|whores?
    bugger (?:off|all)|sod off|wtf|stfu|clusterf\w+|kiss my arse|pain in the arse
    (?:a|you|absolute|complete|total|utter|right|real|proper) (?:dick|prick|knob|tit|arse)|my tits|buggered
    (?:your|his|her|their) arse
""")
# letters behind asterisks: no word ends after an asterisk, so these stand apart
_STARRED = (
    r"(?:f(?:[*#@]{2,4}c?k?|[*#@]c?k)(?:ing|ed|er|s)?|sh?[*#@]{1,3}t(?:ty|s|e)?|s[*#@]{3}"
    r"|c[*#@]{1,3}nts?|b[*#@]{4,6}(?:ds?|s)?|w[*#@]{1,2}nk(?:ers?|ing)?|tw[*#@]ts?)"
)
OBSCENE = linear.compile(rf"(?i)\b(?:{_OBSCENE_WORDS}\b|{_STARRED})")

_TITLED = linear.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Prof|Sir)\.?\s+(?:\p{{Lu}}[\pL.]*\s+)?((?i:{_OBSCENE_WORDS}))\b"
)
_MILD = whole_any("""
    damn|damned|dratted|blasted|bloody|stupid|silly|annoying|wretched|flipping|blooming|useless|pathetic
    rubbish|ridiculous|dumb|hopeless|irritating|infuriating|crap|hell|sodding|daft
""")
AT_PERSON = whole_any(rf"""
    {_SOMEBODY}|your|you're|yours|yourself|him|her|his|them|their|they're|he's|she's|who|lot|lots of you
    m[ae]n|wom[ae]n|people|person|persons|boys?|girls?|kids?|child(?:ren)?|pupils?|parents?|teachers?|staff
    team|colleagues?|cow|pig|fool|bitch|idiots?|morons?|imbeciles?|cretins?|scum|losers?|liars?|mother|father
    mum|dad|son|daughter|head|boss|manager|governors?|councillors?|officers?|famil(?:y|ies)|everyone|nobody
""")


def is_rude_name(text: str, start: int) -> bool:
    """Whether the word at `start` is somebody's name, with a title: "Dear Mr Bastard"."""
    before = text[max(0, start - _TITLE_REACH) : start]
    found = _TITLED.search(before + text[start : start + _TITLE_REACH])
    return found is not None and found.start(1) == len(before) and text[start].isupper()


def holds_rude_name(sentence: str) -> bool:
    """Whether a rude word in the sentence is only somebody's name."""
    return any(sentence[m.start(1)].isupper() for m in _TITLED.finditer(sentence))


def is_mild_at_a_thing(sentence: str) -> bool:
    """Mild words with nobody as their object: "this stupid form", "the damned boiler"."""
    if _MILD.search(sentence) is None or AT_PERSON.search(sentence):
        return False
    return not holds_name(sentence)


NAMES_ALIKE = whole_any(r"""
    ass't|asst|ass|asses|cocks?|cocker(?:els?|mouth|mouth's)?|cock-a-\w+|dicks?|tits?|titch\w*|fanny|willy|willies
    hoare|scunthorpe|penistone|lightwater|clitheroe|essex|sussex|middlesex|randy|shag(?:pile)?|prick(?:ed|ing)?
    knobs?|pussy ?cats?|faggots?|puppy|puppies|kennels?|spayed
""")
"""Names, towns, food and animals that a model may take for obscene."""

LESSON_WORDS = whole_any("breasts?|sexual(?:ly|ity)?|sex|naked|condoms?|puberty")

SLURS = whole_any(r"""
    n[i1]gg(?:er|ers|a|as)|pakis?|wogs?|gooks?|kikes?|pikeys?|gypp?os?|rag-?heads?|towel-?heads?|darkies
    poofters?|poofs?|trann(?:y|ies)|shemales?|retards?|batty ?boys?|spaz(?:z(?:es)?)?|mongoloid|yids?|chinky
    shirt-?lifters?|nancy boys?|lezz(?:a|as|ers?)|window[- ]lickers?|half-breeds?
""")

INSULTS = whole(
    rf"(?:{_INSULT_PHRASES}"
    rf"|{_SOMEBODY}\s?{_BE}?\s+(?:{_DEGREES}\s+)*(?:{_PLAINLY_INSULTS}|{_INSULTS_OF_A_PERSON}))"
)

_I_WILL = any_of("I'll|we'll|I will|we will|I'm going to|I am going to|gonna|I swear I'll")
_I_COULD = any_of("want to|I could|I'd like to|I would like to")
_HARM = any_of("kill|hurt|punch|stab|strangle|throttle|destroy|ruin|finish|batter|smack|slap|break")
_ANYONE = any_of("you|he|she|they|your")
_WORSE_OFF = any_of(
    "regret|lose|sacked|fired|finished|suffer|pay|never (?:work|teach|get|be|see)|failed|sorry|out of"
)
_YOU_WILL = any_of("you'll|you will|you are going to|you're going to")
_LIFE = any_of("mak(?:e|ing) (?:your|his|her|their) (?:life|lives)")
_WORK = any_of("(?:your|his|her) (?:job|career|days)(?: here)? (?:is|are|will be)")
THREATS = whole_any(rf"""
    {_YOU_WILL} (?:\w+ )?(?:regret|pay for|wish you|suffer for|be (?:very )?sorry|live to regret|never work)
    (?:you're|you are) (?:finished|dead|done for|going to pay|going down|dead meat)|you've been warned
    (?:you'd|you had) better watch (?:yourself|out|your step)|won't be responsible for what I do
    watch your (?:back|mouth)|I know where (?:you|he|she|they) lives?|you have been warned
    {_I_WILL} (?:\w+ )?(?:{_HARM} (?:you|him|her|them|your)|(?:come|be coming) (?:for|after) you)
    {_I_COULD} {_HARM} (?:you|him|her|them)|or you'll be sorry
    {_LIFE} (?:(?:a )?(?:living )?hell|a misery|miserable|(?:very )?difficult|impossible|very hard)
    {_WORK} (?:finished|numbered|over|gone|history|toast)
    {_I_WILL} (?:personally )?(?:make sure|see to it|ensure) (?:that )?{_ANYONE}(?: \w+){{0,3}} {_WORSE_OFF}
    (?:don't|do not|you don't want to) (?:mess with|cross|test|push|make an enemy of) me
    if you know what's good for you|wouldn't want (?:anything|something) to happen to
""")
