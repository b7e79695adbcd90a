"""Which words tell a grave private fact of the person they are said of?

Named lists, one phrase a line (see ``words.py``), by the matter they belong to: health, sexuality and gender
identity, crime, and harm done to somebody. Beside them stands what the same words say of other things.
"""

from app import linear
from app.checks.words import any_of, whole_any
from app.domain.reading import Matter

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
    (?:took|taken|had) an overdose|overdosed|attempted suicide|(?:is|was|feels?|felt|has been) {_ADVERBS}suicidal|(?:is|was|has been|had been|started) {_ADVERBS}(?:self[- ]harm(?:s|ed|ing)?|cutting (?:him|her|them)self)|self[- ]harm(?:s|ed)|(?:cut|slit|slashed) (?:his|her|their) (?:own )?wrists?
    's (?:\w+ )?(?:suicide attempt|attempted suicide|overdose|self[- ]harm(?:ing)?|hiv(?: status| diagnosis)?|cancer diagnosis|abortion|miscarriage|psychosis|addiction|drinking problem)
    (?:has|had|got|'s got|have|is diagnosed with|was diagnosed with|(?:has |had )?(?:just |recently )?been diagnosed with|suffers from|suffering from|being treated for|(?:is )?living with|recovering from|dying (?:of|from)|on (?:tablets|medication) for|told (?:me|us) (?:she|he|they) has) {_ADVERBS}{_KIND_OF_ILLNESS}{_ILLNESS}
    {_VERB}{_ADVERBS}(?:hiv|hep c)[- ]positive|{_VERB}{_ADVERBS}(?:bipolar|schizophrenic|psychotic|anorexic|bulimic|incontinent|infertile|terminally ill|clinically depressed|an alcoholic|an addict|in rehab|addicted to \w+)
    (?:is|was|has been|has started|started|starts|needs|having|undergoing) {_ADVERBS}(?:having |on |undergoing )?(?:chemo(?:therapy)?|radiotherapy|dialysis|ivf|a mastectomy|a hysterectomy|fertility treatment|electro-?convulsive \w+)
    {_ADVERBS}(?:wets|(?:is|was|keeps|has been) wetting) (?:the|his|her|their) bed
    (?:had|having|has had) {_ADVERBS}(?:a miscarriage|an abortion|a termination)|miscarried
"""  # noqa: E501 - one phrase a line
_FAMILY = rf"""
    {_VERB}{_ADVERBS}(?:a )?(?:trans(?:gender)?(?: (?:boy|girl|man|woman|male|female))?|transsexual|non-?binary|gender[- ]?fluid|intersex|asexual|pansexual|bisexual|gay|a lesbian|lesbian|homosexual)
    (?:has |had )?(?:just |recently |only )?(?:come|came|coming) out (?:as|to (?:me|us|him|her|them|his|my|their|our|friends|family|school|staff|everyone|everybody|mum|dad|some|a few|the (?:class|form|team|office|staff|group)))|{_VERB}{_ADVERBS}transitioning|transitioned
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
    {_VERB}{_ADVERBS}(?:on|under|subject to|put on|made subject to) (?:a |an |the )?(?:(?:child protection|cp|child in need|cin) (?:plan|register)|(?:interim care|care|supervision) order)
    (?:has been|had been|been|was|is being|was being) (?:(?:physically|emotionally|repeatedly|systematically) )?abused|(?:has |had )?(?:told|disclosed) (?:\w+ ){{0,3}}(?:abuse|abused) (?:at home|by)|{_VERB}{_ADVERBS}taken into care|'s (?:child protection|cp|child in need|cin) plan
    {_VERB}{_ADVERBS}(?:been )?(?:raped|groomed|sexually (?:abused|assaulted|exploited)|abused by|assaulted by|beaten by|trafficked|molested)
    {_VERB}{_ADVERBS}(?:in|at|fled to|hiding in|moved to) (?:a |the )?(?:women's |women's aid )?refuge
    (?:is|was|has been) (?:a )?(?:victim of|experiencing|fleeing|suffering) (?:domestic|sexual) (?:abuse|violence)|(?:is|was) {_ADVERBS}hit by (?:her|his|their) (?:husband|wife|partner|boyfriend|girlfriend|father|dad|mum|mother|stepdad)
"""  # noqa: E501 - one phrase a line
FACTS = tuple(
    (matter, whole_any(phrases))
    for matter, phrases in (
        (Matter.SAFEGUARDING, _SAFEGUARDING),
        (Matter.HEALTH, _HEALTH),
        (Matter.FAMILY, _FAMILY),
        (Matter.CONDUCT, _CONDUCT),
    )
)
EVERYDAY = whole_any(r"""
    epilepsy|diabetes|crohn's(?: disease)?|lupus|sickle cell|cystic fibrosis|a heart condition|endometriosis
    came out|coming out|come out
""")
"""Told of somebody by a first name every day, so that they are looked after; and what may mean the street."""

PREGNANT = whole_any(
    rf"{_VERB}{_ADVERBS}(?:(?:\w+|\d+) (?:weeks|months) )?pregnant|expecting (?:a baby|twins)"
)
AT_WORK = whole_any("""
    teachers?|tas?|assistant|senco|sendco|head|deputy|colleagues?|staff|maternity|officer|manager|cover(?:ing|ed)?
    governor|tutor|mentor|nurse
""")
OF_A_CHANGE = whole_any("transition(?:ed|ing)")
OF_A_MOVE = linear.compile(
    r"(?i)^(?: (?:well|smoothly|back|soon|over|last \w+|this \w+|in \w+))*"
    r" (?:from|to|into|between|across|out of|up to) (?:[\w\x27\x{2019}]+ ){0,4}?"
    r"(?:schools?|year|yr|y\d+|reception|class|key stage|ks\d|primary|secondary|phase|roles?|post|job|team"
    r"|systems?|software|services?|college|nursery|settings?|provision|timetable|adulthood|lessons?|us)\b"
)
"""Somebody changes school or post: "Tom is transitioning to Year 7"."""
