"""Which sentences plainly tell a grave private fact of somebody who is named?

"Julie Dacre was sectioned on Monday", "Sam is gay but has not told his parents": a name (or "she", just after
one) and what is said of it, with nothing beside that tells a model of a school or a family. What counts is
data that the law holds special (health, sex life and sexuality, gender identity) or criminal, or harm done to
somebody. The fact must be said of the person: "Julie runs the cancer ward" and "the gay choir" say nothing,
nor does what may happen ("if she is pregnant"), a denial, or what somebody tells of themselves in public.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import re2

from app.checks.stories.persons import Named, in_body_order
from app.checks.stories.standing import is_child_told
from app.checks.words import any_of, whole_any
from app.domain.people import Person
from app.domain.reading import Matter, Reading, Sentence

_PLAIN, _BARE = 0.9, 0.65
_NEAR = 160
_GAP = 80
_BESIDE = 60
_VERB = (
    r"(?:(?:is|was|'s|has|had|is being|was being|has been|has just been|had been|got|been|being|remains) )"
)
_ADVERBS = (
    r"(?:(?:now|still|just|also|only|recently|currently|sadly|really|very|secretly|actually|back|already"
    r"|apparently) )*"
)
_ILLNESS = any_of(r"""
    cancer|tumou?rs?|leukaemia|lymphoma|melanoma|motor neurone disease|mnd|multiple sclerosis|ms|parkinson's(?: disease)?|dementia|alzheimer's
    hiv|aids|hepatitis(?: [bc])?|tuberculosis|syphilis|chlamydia|herpes|gonorrh?oea|bipolar(?: disorder)?|schizophreni[ac]|psychosis|ptsd
    post-?natal depression|depression|personality disorder|eating disorder|anorexia|bulimia|epilepsy|diabetes|crohn's(?: disease)?|lupus|sickle cell|cystic fibrosis
    a heart condition|heart failure|kidney failure|endometriosis|a (?:nervous |mental )?breakdown|a miscarriage|an abortion|a (?:mini-?)?stroke|a heart attack
    a drink(?:ing)? problem|a drugs? problem|an addiction|suicidal thoughts
""")  # noqa: E501 - one phrase a line
_KIND_OF_ILLNESS = (
    r"(?:(?:a|an|the|stage|type|severe|early|advanced|terminal|incurable|late|onset|chronic|clinical|breast|bowel|prostate|lung|skin|ovarian|brain"
    r"|cervical|testicular|throat|blood|rare|aggressive|bad|very|form|of|[1-4]|one|two|three|four) ){0,5}"
)
_HEALTH = rf"""
    {_VERB}{_ADVERBS}(?:been )?sectioned
    {_VERB}{_ADVERBS}(?:in|on|admitted to|sent to|taken to) (?:a|an|the) (?:secure |adult |local |private )?(?:psychiatric|mental health|secure|detox|rehab)(?: \w+)? (?:hospital|ward|unit|clinic|bed|centre)
    (?:tried|attempted|threatened|wants?|wanted|threatens|meant) to (?:kill|hang|drown|hurt|harm|cut) (?:him|her|them)sel(?:f|ves)
    (?:tried|attempted|threatened|wants?|wanted) to (?:take (?:his|her|their) own life|end (?:his|her|their) (?:own )?life|commit suicide|end it all)
    (?:took|taken|had) an overdose|overdosed|attempted suicide|(?:is|was|feels?|felt|has been) {_ADVERBS}suicidal|(?:is|was|has been|had been|started) {_ADVERBS}(?:self[- ]harm(?:s|ed|ing)?|cutting (?:him|her|them)self)|self[- ]harm(?:s|ed)
    (?:has|had|got|'s got|have|is diagnosed with|was diagnosed with|(?:has |had )?(?:just |recently )?been diagnosed with|suffers from|suffering from|being treated for|(?:is )?living with|recovering from|dying (?:of|from)|on (?:tablets|medication) for|told (?:me|us) (?:she|he|they) has) {_ADVERBS}{_KIND_OF_ILLNESS}{_ILLNESS}
    {_VERB}{_ADVERBS}(?:hiv|hep c)[- ]positive|{_VERB}{_ADVERBS}(?:bipolar|schizophrenic|psychotic|anorexic|bulimic|incontinent|infertile|terminally ill|clinically depressed|an alcoholic|an addict|in rehab|addicted to \w+)
    (?:is|was|has been|has started|started|starts|needs|having|undergoing) {_ADVERBS}(?:having |on |undergoing )?(?:chemo(?:therapy)?|radiotherapy|dialysis|ivf|a mastectomy|a hysterectomy|fertility treatment|electro-?convulsive \w+)
    (?:had|having|has had) {_ADVERBS}(?:a miscarriage|an abortion|a termination)|miscarried
"""  # noqa: E501 - one phrase a line
_FAMILY = rf"""
    {_VERB}{_ADVERBS}(?:a )?(?:trans(?:gender)?(?: (?:boy|girl|man|woman|male|female))?|transsexual|non-?binary|gender[- ]?fluid|intersex|asexual|pansexual|bisexual|gay|a lesbian|lesbian|homosexual)
    (?:has |had )?(?:just |recently |only )?(?:come|came|coming) out (?:as|to (?:me|us|him|her|them|his|my|their|our|friends|family|school|staff|everyone|everybody|mum|dad|some|a few|the (?:class|form|team|office|staff|group)))|{_VERB}{_ADVERBS}transitioning|transitioned (?:from|to|last|in|two|three|a)
    {_VERB}{_ADVERBS}assigned (?:male|female) at birth|{_VERB}{_ADVERBS}born (?:a (?:boy|girl|man|woman|male|female)|(?:male|female)\b)|{_VERB}{_ADVERBS}born as (?-i:\p{{Lu}}\p{{Ll}}+)
    identif(?:ies|ied) as (?:a )?(?:trans\w*|male|female|a? ?boy|a? ?girl|man|woman|non-?binary|gay|lesbian|bisexual|queer)
    (?:has|had|diagnosed with|suffers from) gender dysphoria|{_VERB}{_ADVERBS}(?:having|waiting for|on the list for) (?:gender reassignment|top surgery|bottom surgery|gender[- ]affirming \w+)
"""  # noqa: E501 - one phrase a line
_CONDUCT = rf"""
    {_VERB}{_ADVERBS}(?:been )?(?:arrested|remanded|convicted|jailed|imprisoned|bailed|cautioned by (?:the )?police|sent to prison|sent down|found guilty)
    {_VERB}{_ADVERBS}(?:out )?on (?:a )?(?:police |court |conditional |strict )?(?:bail|remand|parole|licence from|curfew|tag|electronic tag|ankle tag|bail curfew|suspended sentence|community order|sex offenders'? register)
    {_VERB}{_ADVERBS}(?:been )?charged (?:with|over) (?:\w+ ){{0,3}}?(?:assault|theft|fraud|rape|murder|abh|gbh|affray|battery|possession|burglary|robbery|driving|harassment|stalking|arson|offences?|supply\w*|dealing|neglect|cruelty)
    {_VERB}{_ADVERBS}(?:back )?in (?:prison|jail|custody|police custody|a young offenders?\w*)
    (?:has|had|got|with) (?:a |two |three |several |previous )?(?:criminal record|criminal convictions?|previous convictions?|drink[- ]driv\w+ conviction|restraining order|asbo|caution for \w+|conviction for)
    (?:has )?lost (?:his|her|their) licen[cs]e for drink(?:ing)?[- ](?:and )?driving|did time for|served time
"""  # noqa: E501 - one phrase a line
_SAFEGUARDING = rf"""
    {_VERB}{_ADVERBS}(?:been )?(?:raped|groomed|sexually (?:abused|assaulted|exploited)|abused by|assaulted by|beaten by|trafficked|molested)
    {_VERB}{_ADVERBS}(?:in|at|fled to|hiding in|moved to) (?:a |the )?(?:women's |women's aid )?refuge
    (?:is|was|has been) (?:a )?(?:victim of|experiencing|fleeing|suffering) (?:domestic|sexual) (?:abuse|violence)|(?:is|was) {_ADVERBS}hit by (?:her|his|their) (?:husband|wife|partner|boyfriend|girlfriend|father|dad|mum|mother|stepdad)
"""  # noqa: E501 - one phrase a line
_FACTS = tuple(
    (matter, whole_any(phrases))
    for matter, phrases in (
        (Matter.SAFEGUARDING, _SAFEGUARDING),
        (Matter.HEALTH, _HEALTH),
        (Matter.FAMILY, _FAMILY),
        (Matter.CONDUCT, _CONDUCT),
    )
)
_BORN = re2.compile(r"(?i)\bborn\s+(?:as\s+|a\s+)?$")
_PRONOUN = re2.compile(
    r"(?i)(?:^|[,;:(\x{2013}-]|\b(?:and|but|as|because|since|that|so|says|said|who|know|now|when|after))\s*(?:she|he|they|who)\b"
)
_ELSEWHERE = whole_any(r"""
    people|anyone|anybody|someone|somebody|everyone|those|others|characters?|if|in case|whether|unless|should|suppose|might|talks?|book|film|play|research|fund(?:s|raiser|raising)|charity
    race|raised|raising|money|marathon|awareness|network|group|choir|history|policy|patients|families who|children who|pupils who|staff who|i|we|my|our|says it|died
    (?:said|says|thinks?|told|reports?|reported|asked|heard|knows?) (?:us |me |them )?(?:that )?(?:the|a|an|one|another)
    no longer|not|never|isn't|wasn't|hasn't|stories|workshop|training|course|speaker|lesson
""")  # noqa: E501 - one phrase a line
_AFTER = re2.compile(
    r"(?i)^(?:[- ](?:friendly|rights|men|women|people|community|network|choir|awareness|icon|characters?|ward|research|charity|nurse|team|officer|lead|specialist|clinic|leaflets?|posters?|books?|training|office|teams|word|excel|line)\b| (?:leaflets?|posters?|research|books?|training|charit\w+|awareness|office|teams|word|excel|line|about|of (?:luck|genius)|and low|wards?|nurses?|rights|network|choir|icon|pride)\b)"  # noqa: E501
)
_ASKED = re2.compile(r"\?\s*$")
_PUBLIC_LIFE = whole_any(r"""
    actors?|singers?|authors?|footballers?|poets?|playwrights?|celebrit(?:y|ies)|minister|president|king|queen|history month|pride (?:month|week|event)|in (?:the )?news|novel|chapter|scene
    campaigned|campaigner|activist|poem|essay|scheme of work|biography|history lesson|black history|documentary
    talk|assembly (?:by|from|on)|webinar|podcast|memoir|exhibition|fundrais\w+|sponsor(?:ed|ship)?|charity
""")  # noqa: E501 - one phrase a line


@dataclass(frozen=True, slots=True)
class Grave:
    """A sentence that tells such a fact, with scores that say so.

    `is_plain`: it will be known of whom, by a full name, a title, a class or a family.
    """

    sentence: Sentence
    is_plain: bool


def grave_facts(reading: Reading, sentences: Sequence[Sentence], people: Sequence[Named]) -> dict[int, Grave]:
    """By the place in `sentences`. `people` are the third parties."""
    return dict(_told(reading, sentences, people))


def _told(
    reading: Reading, sentences: Sequence[Sentence], named: Sequence[Named]
) -> Iterator[tuple[int, Grave]]:
    people = in_body_order(named)
    starts = [person.start for person in people]
    in_full = {m.start for person in named if person.is_full or person.has_title for m in person.mentions}
    for at, sentence in enumerate(sentences):
        words = reading.own[sentence.start : sentence.end]
        beside = reading.own[sentence.start : sentence.end + _BESIDE]
        if _ASKED.search(words) or _PUBLIC_LIFE.search(beside):
            continue
        first, last = bisect_left(starts, sentence.start - _NEAR), bisect_left(starts, sentence.end)
        near = people[first:last]
        matter, who = _fact(reading, sentence, near)
        if matter is None or who is None:
            continue
        is_plain = who.start in in_full or is_child_told(words)
        score = _PLAIN if is_plain else _BARE
        yield at, Grave(_raised(sentence, matter, score), is_plain)


def _raised(sentence: Sentence, matter: Matter, score: float) -> Sentence:
    heard = max(score, sentence.matter.get(matter, 0.0))
    return replace(sentence, story=max(score, sentence.story), matter={**sentence.matter, matter: heard})


def _fact(
    reading: Reading, sentence: Sentence, near: Sequence[Person]
) -> tuple[Matter | None, Person | None]:
    """The gravest fact said of one of the people near, and of whom."""
    words = reading.own[sentence.start : sentence.end]
    for matter, pattern in _FACTS:
        for found in pattern.finditer(words):
            if _AFTER.search(words[found.end() :]):
                continue
            if who := _of_whom(words[: found.start()], sentence.start, near):
                return matter, who
    if who := _born_as(reading, sentence, near):
        return Matter.FAMILY, who
    return None, None


def _of_whom(lead: str, start: int, near: Sequence[Person]) -> Person | None:
    """Who stands before a fact as the one it is said of; `lead` are the words of the sentence before it."""
    before = [p for p in near if p.start < start + len(lead)]
    if not before:
        return None
    who = before[-1]
    gap = lead[max(0, who.end - start) :]
    if len(gap) > _GAP or _ELSEWHERE.search(gap):
        return None
    if who.end > start:
        return who
    return who if _PRONOUN.search(lead) or not lead.strip() else None


def _born_as(reading: Reading, sentence: Sentence, near: Sequence[Person]) -> Person | None:
    """Somebody of whom another given name is told: "Alex was born Alexandra"."""
    for who, other in pairwise(near):
        between = reading.own[who.end : other.start]
        if other.start >= sentence.start and len(between) < _GAP and _BORN.search(between):
            return who
    return None
