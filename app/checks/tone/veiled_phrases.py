r"""Which phrases are rude, or worse, in everyday dress?

Named lists, one phrase a line (see ``words.py``). They are hints: seen where the model hears nothing, and
never more than a mention. In 37,000 sentences of our own office mail they stand in 118 that are labelled with
a tone and 2 that are not. A threat of reprisal alone leaves no doubt.
"""

from app.checks.tone.offence_phrases import GROUPS, KINDS_OF_PEOPLE
from app.checks.words import any_of, whole_any

_FAULT = any_of("incompetence|stupidity|laziness|idiocy|arrogance|ineptitude|cowardice")
_DEGREE = any_of("own|sheer|complete|utter|total|staggering|usual")
_THEIR = any_of("your|his|her|their|the whole|that")
_WORKERS = any_of("staff|team|lot|people|department|office|service|school")
ABUSE = whole_any(rf"""
    your (?:{_DEGREE} )?{_FAULT}
    {_THEIR} {_WORKERS} (?:is|are) (?:all )?(?:useless|hopeless|clueless|incompetent|idle|an? (?:\w+ )?joke)
    (?:look for|find (?:yourself )?) another job|laughing at you|laugh(?:s|ing)? behind your back
    (?:he|she|they|dad|mum|the dad|the mum|mother|father)(?:'s| is| are) (?:thick|a waster|scum|trash)
    (?:the|that|your|our|usual|local|resident) (?:nutters?|nutjobs?|nutcases?|weirdos?|crackpots?|fruitloops?)
    (?:thick as (?:mince|two short planks|a plank|a brick)|not the sharpest tool)
    (?:was|am|felt) (?:\w+ )?embarrassed for (?:you|him|her)
    ignore (?:whatever|anything|everything) (?:he|she) says|you strutting (?:about|around)
    good riddance to (?:the|that|him|her|them|you|bad)|(?:miserable|silly|lazy|daft|grumpy|stupid) old (?:git|goat|bag|bat|sod|crow)
    (?:took|taken|taking) (?:him|her|them|you) (?:so|too) long to (?:die|go|leave|resign)
    if you (?:could|can) (?:\w+ )?be bothered|(?:he|she|they|you|kids?|child(?:ren)?) (?:wouldn't|would not|didn't|might not) (?:\w+ )?(?:smell|stink|reek)
    (?:brains?|intelligence|charm|wit|manners|personality) of an? (?:pigeon|gnat|goldfish|brick|plank|slug|rat|pig|house brick|peanut|turnip|flea|amoeba)
    you lied|stop lying|(?:you're|you are) lying
""")  # noqa: E501 - one family of phrases a line
_I_WILL = any_of("I'll|we'll|I will|we will|I'm going to|I am going to|I'm gonna")
ENDING = whole_any(rf"""
    {_I_WILL} (?:\w+ )?(?:finish|ruin|end|destroy) (?:your|his|her) (?:career|reputation|life|business|name)
    if you [^.!?\n]{{1,60}}[ ,]{_I_WILL} (?:\w+ )?(?:finish|ruin|destroy) you
""")
_PEOPLE_WHO = any_of("people|staff|teachers|those")
THREAT = whole_any(rf"""
    by (?:\w+ ){{1,4}}or else|today or else|you've been told
    sort (?:you|him|her|them) out (?:myself|in person)
    it (?:would|'d) be a (?:shame|pity) if (?:your|he|she|they|anything|something|somebody|people|anyone)
    I(?:'ve| have) (?:got )?(?:a lot of )?friends in
    {_PEOPLE_WHO} who (?:complain|make trouble|make a fuss|rock the boat)
    I(?:'d| would) (?:withdraw|drop|retract|keep quiet)(?: \w+){{0,6}} if I were you
    hate (?:for )?(?:this|that|it) to (?:affect|change|colour) (?:how|the way) (?:\w+ ){{1,4}}(?:see|treat)
    I(?:'d| would) hate to have to (?:tell|mention|report|show)
""")
_OR_ELSE = any_of("or I|or we|or you|or else|if I were you")
_COMPLAINT = any_of("complaint|grievance|statement|allegations?|concerns?|claim|appeal|whistle-?blowing")
_TAKE_BACK = any_of("withdraw|drop|retract|take back|forget (?:about )?")
_GO_TO = any_of(
    "involve|go to|run to|contact|speak to|talk to|ring|bring in|complain to|report (?:it|this|me|us) to"
)
_THE_UNION = any_of("(?:the |your )?(?:union|hr|governors|police|ombudsman|papers|press|ofsted|tribunal)")
_AT_STAKE = any_of("your (?:contract|job|reference)|regret|consequences")
_UNWISE = any_of("unwise|foolish|ill-advised|a (?:big )?mistake")
REPRISAL = whole_any(rf"""
    {_TAKE_BACK} (?:your|the|that|this) {_COMPLAINT}(?: \w+){{0,8}},? {_OR_ELSE}
    (?:I'd|I would) (?:\w+ )?{_TAKE_BACK} (?:your|the|that|this) {_COMPLAINT}(?: \w+){{0,6}},? if I were you
    it would be (?:very |most )?{_UNWISE}(?: of you| for you)? to {_GO_TO} {_THE_UNION}
    (?:if|when) you {_GO_TO} {_THE_UNION},?(?: \w+){{0,6}} {_AT_STAKE}
""")
ANGER = whole_any(r"""
    bloody (?:ridiculous|useless|joke|awful|typical|stupid|annoying|cheek|disgrace|hopeless|shambles)
    your (?:behaviour|conduct|attitude) (?:was|is|has been) (?:\w+ )?(?:appalling|disgraceful|outrageous)
    (?:it's|it is|this is|that's|that is) (?:entirely|completely|totally|all) your (?:own )?fault
    you never (?:listen|learn|bother|think)|you always do this|I've had it with
    (?:you )?should(?: have|'ve| of) known better|who do you think you are
""")
CONDESCENSION = whole_any(r"""
    (?:isn't|is not|not|hardly|it's not|it isn't) (?:exactly |really )?(?:rocket science|brain surgery)
    (?:just|time to|need to|please) grow up|do as you(?:'re| are) told
    get your act together|in words of one syllable|even you (?:can|could|should|must|might)
    (?:if you had|had you) (?:actually |even |only )?(?:bothered|read my|listened)
    I can only assume (?:that )?you|so that (?:he|she|they) can explain it to you
    do I (?:really )?(?:have|need) to (?:spell|explain|draw)|spell it out for you
    there's a good (?:girl|boy|chap|lad)|as (?:any|every) (?:\w+ )?(?:child|adult|fool|idiot|first-year)
    an? (?:trainee|child|monkey|toddler|novice)(?: \S+){0,5} (?:would|could|'d) have done (?:\w+ )?better
    I'm not your (?:mother|mum|secretary|servant|maid)
""")
SARCASM = whole_any(r"""
    thank(?:s| you) for nothing|medals all round|I suppose you think|slow hand ?clap|slow clap
    (?:applies|apply) to everyone (?:except|but) you
""")
DISMISSIVENESS = whole_any(r"""
    (?:that's|that is|it's|this is|is) not my (?:problem|job)|couldn't care less
    I don't care (?:what|how|if|who)
    save your breath|get over it|boo hoo|sob stor(?:y|ies)|tough luck|end of (?:story|discussion)
    no ifs,? (?:and |or )?(?:no )?buts|take it or leave it
""")
PRESSURE = whole_any(r"""
    (?:must|should|have to|need to) drop (?:everything|whatever)|(?:accept|want|hear|take) (?:no|any) excuses
    no excuses(?: (?:will be|are))? accepted|this is not a request|I'm not asking you,? I'm telling you
    (?:I won't|I will not|I'm not going to) (?:ask|tell|remind) you again|do not make me (?:ask|chase|come)
""")
_ANYBODY = any_of("people|staff|somebody|someone|those|families|children")
DISCRIMINATION = whole_any(rf"""
    that lot (?:move|always|never|are|from)|(?:people|famil(?:y|ies)) like (?:that|them|those|yours)
    that sort (?:of (?:people|person|family)|never|always|don't|can't|are)
    if your culture|in this country (?:we|children|people)|at that age (?:where|when) (?:she|they)
    hormonal|time of the month|that way inclined|(?:needs?|want) (?:some )?(?:new |fresh )?young blood
    (?:probably|only|soon|just|bound to|likely to|sure to) (?:\w+ )?want (?:a baby|babies)
    (?:probably|only|soon|just|bound to|likely to|sure to) (?:\w+ )?(?:get|fall|be) pregnant
    (?:somebody|someone|people|staff|candidates|anyone) who sounds? (?:properly )?(?:english|british|foreign)
    (?:stick to|prefer|want|only|keep to) (?:\w+ )?{_ANYBODY} (?:who (?:were|was) )?born here
    (?:need|want|looking for|prefer|rather have) (?:somebody|someone|a person) (?:a (?:bit|little) )?younger
    nothing against (?:the )?(?:\w+ )?(?:people|{GROUPS}|{KINDS_OF_PEOPLE})(?: \w+){{0,2}},? but
    {GROUPS}[^.!?\n]{{0,60}} (?:something|things|stuff) (?:goes|go|went) missing
""")
