r"""Which phrases are rude, or worse, in everyday dress?

Named lists, one phrase a line (see ``words.py``). They are hints: seen where the model hears nothing, and
never more than a mention. In 37,000 sentences of our own office mail they stood in 118 that are labelled with
a tone and 2 that are not; those of manner, grown since, in 88 and 6 of the 14,636 that are not frozen.
A threat of reprisal alone leaves no doubt.
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
_DEGREES = any_of("absolutely|utterly|totally|completely|simply|just|frankly|beyond")
_OUTRAGE = any_of("ridiculous|outrageous|disgraceful|ludicrous|a disgrace|an outrage|shambolic|a farce")
ANGER = whole_any(rf"""
    bloody (?:ridiculous|useless|joke|awful|typical|stupid|annoying|cheek|disgrace|hopeless|shambles)
    your (?:behaviour|conduct|attitude) (?:was|is|has been) (?:\w+ )?(?:appalling|disgraceful|outrageous)
    (?:it's|it is|this is|that's|that is) (?:entirely|completely|totally|all) your (?:own )?fault
    you never (?:listen|learn|bother|think)|you always do this|I've had it with
    (?:you )?should(?: have|'ve| of) known better|who do you think you are
    (?:this|that|it)(?:'s| is) (?:{_DEGREES} )?{_OUTRAGE}|you never (?:tell|answer|reply)
    I(?:'m| am) (?:{_DEGREES} )?(?:disgusted|appalled) (?:that|by|at|with)|you had the (?:nerve|cheek)
    I (?:should not|shouldn't) have to (?:chase|ask|keep|tell|remind)|I will not be (?:spoken|talked) to
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
    (?:I'm|I am) not your (?:mother|mum|dad|secretary|servant|maid|babysitter)
    (?:perhaps|maybe) if you (?:(?:had|actually|only|bothered) )*(?:read|listened|looked|checked|came)
    (?:if you had|had you|if you'd) (?:(?:actually|even|only) )?(?:bothered|paid attention|troubled) to
    in case (?:it (?:has |had )?escaped (?:your|everyone's)|you (?:hadn't|haven't|had not|have not) noticed)
    as any(?:one|body) who (?:\w+ ){1,3}(?:would|will|could|should) (?:have )?(?:know|known|see|seen)
    (?:is|was) it (?:(?:really|so|that|too) )+(?:hard|difficult|much to ask)|how hard can (?:it|that) be
    would it (?:really )?(?:kill|hurt) you to|have the (?:decency|courtesy|manners|grace) to
    (?:do|must) I (?:have|need) to (?:draw you|hold your hand|repeat myself|tell you again)
    with (?:all due|the greatest|the utmost) respect,? (?:to you,? )?(?:you|your|this is|that is|it is)
    what part of (?:\S+ ){1,6}(?:don't|do not|didn't|did not) you|can you (?:actually|even) read
    try (?:reading|listening|thinking|checking) (?:it|the|my|to what|what|before|next time)
""")
SARCASM = whole_any(r"""
    thank(?:s| you) for nothing|medals all round|I suppose you think|slow hand ?clap|slow clap
    (?:applies|apply) to everyone (?:except|but) you|am I the only (?:one|person) (?:here )?who
    well done (?:on|for) (?:losing|breaking|ruining|missing|forgetting)
    congratulations,? you(?:'ve| have) (?:\w+ )?(?:broken|lost|ruined|missed|forgotten)
    I hope you(?:'re| are) (?:\w+ )?(?:happy|pleased|satisfied|proud)(?: of yourself)? now
    (?:well done|thanks|thank you) for (?:finally|eventually|at last)
    (?:so )?(?:kind|good|nice|big) of you to (?:finally|eventually|turn up|bother)|do I have to do everything
""")
DISMISSIVENESS = whole_any(r"""
    (?:that's|that is|it's|this is|is) not my (?:problem|job)|couldn't care less
    I don't care (?:what|how|if|who)
    save your breath|get over it|boo hoo|sob stor(?:y|ies)|tough luck|end of (?:story|discussion)
    (?:told|asked) you (?:an? )?(?:hundred|thousand|million|dozen|countless|umpteen|so many) times
    as I(?:'ve| have) (?:already )?(?:said|explained|told you) (?:many|several|countless|so many) times
    for the (?:umpteenth|hundredth|millionth|thousandth|nth) time|are you ever going to
    (?:don't|do not) know how many (?:more )?times I|how many (?:more )?times (?:do|must|have) I
    (?:don't|do not) (?:make|have) me (?:ask|tell|repeat|chase)
    stop (?:ignoring (?:me|us|my|our)|making excuses)
    (?:don't|do not) know what you(?:'re| are) talking about|get over yourself|not my circus
    do your (?:own )?job (?:properly|for once)|(?:pull|get) your finger out
    (?:nobody|no one) (?:asked for your|cares what you)
    (?:you|they|nobody|no one)(?: \w+){0,5} (?:can|can't|cannot|could|couldn't) (?:even )?be bothered to
    why (?:can't|cannot|couldn't) you (?:just|simply|ever|even)|your excuses|that(?:'s| is) just lazy
    no ifs,? (?:and |or )?(?:no )?buts|take it or leave it
""")
_I_WANT = any_of("I (?:want|need|expect|demand) (?:the|that|those|this|these|it|your|an answer|a reply)")
_ABOVE = any_of("manager|head|boss|director|governors|line manager")
PRESSURE = whole_any(rf"""
    (?:must|should|have to|need to) drop (?:everything|whatever)
    drop everything (?:and|now)|(?:accept|want|hear|take) (?:no|any) excuses
    no excuses(?: (?:will be|are))? accepted|this is not a request|I'm not asking you,? I'm telling you
    I (?:demand|insist) that you
    {_I_WANT}(?: \w+){{0,5}} (?:now|this (?:minute|instant|second)|on my desk)|hurry up (?:with|and)
    or (?:I|we)(?:'ll| will) (?:go|take (?:it|this)|speak|have to go)(?: \w+){{0,2}} to your {_ABOVE}
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
