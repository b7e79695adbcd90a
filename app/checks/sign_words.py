"""By which words close by is a sign told?

General vocabulary, one family a sign: who is not to find out, what is given in return, who leaves, who is
to be hurt, what a law, a consent or a form asks for, what else a number can be. One phrase a line.
"""

from app.checks.words import any_of, whole_any

_THING = any_of("""
    accounts?|bank(?:ing)?|iban|sort code|details|nhs|ni|national insurance|upn|passport|driving licence
    pass ?words?|log-?ins?|user ?names?|pins?|codes?|numbers?|address|date of birth|payslip|salary|wages
    records?|results?|refund|expenses|cv|certificates?|appraisal
""")
_KIN = "(?:child|son|daughter|twins?|boy|girl|mother|father|husband|wife|ward)"
_BODY = any_of("school|council|trust|nursery|academy|federation|pta|club|authority")
SENDERS = whole_any(rf"""
    my (?:{_KIN}(?:'s)? )?(?:[\w-]+ ){{0,3}}{_THING}|mine|pay me|reimburse me
""")
READERS = whole_any(rf"""
    your (?:{_KIN}(?:'s)? )?(?:[\w-]+ ){{0,3}}{_THING}|yours|(?:refund|repay|pay|reimburse) you
    you (?:gave|wrote|sent|told|provided|supplied|entered|have given|had given)|(?:refund|paid) to you
    (?:hold|have|got|keep) (?:\w+ )?for you
""")
ORGANISATIONS = whole_any(rf"""
    (?:our|the {_BODY}(?:'s)?) (?:[\w-]+ ){{0,3}}{_THING}|funds?|appeal|donat(?:e|es|ed|ions?)|charity|raffle
    sponsor(?:s|ed|ship)?|fundrais(?:er|ing)
    (?:pay|paid|payable|payments?) (?:\w+ ){{0,2}}to (?:us|our|the {_BODY})
""")
ANOTHERS = whole_any(rf"(?:his|her|their) (?:[\w-]+ ){{0,3}}{_THING}")
MADE_UP = whole_any(r"""
    made[ -]up|dummy|fictitious|fictional|invented|imaginary|specimen|placeholder|not (?:a )?real|pretend
    test (?:patients?|pupils?|persons?|records?|data|accounts?|users?|cases?|numbers?|children|child)
    (?:sample|example|demo|training|fake) (?:data|records?|pupils?|patients?|numbers?|accounts?|children)
    for (?:training|testing|demonstration|illustration|practice) (?:only|purposes?)|tutorial|anonymised
    sandbox|(?:demo|staging|test) (?:site|system|school|server|version)|worked example|(?:joe|jo|jane) bloggs
    no such (?:person|child|pupil|patient)|made (?:one|it|them|this|that|these|those) up
    (?:this|the|our|your) (?:\w+ )?(?:sample|example) (?:form|number|pupil|patient|entry|row|page)
    this (?:sample|example)|(?:obviously|clearly) nobody's|nobody's (?:number|name)
""")
_ANY = any_of("""
    him|her|them|anyone|anybody|the others|staff|parents|governors|(?:the )?head|it|ict|hr|finance|payroll|audit
    (?:my|your|his|her|the) (?:boss|manager|head|husband|wife|partner|mum|dad|parents|office|team|line manager)
""")  # noqa: E501 - one phrase a line
_NOBODY = "(?:no ?body|no[- ]one|none of them)"
_KNOW = "(?:know|find out|see|notice|hear|be told)"
QUIET = whole_any(rf"""
    (?:one|a single) word to {_ANY}|not a word|keep your mouth shut
    keep (?:it|this|that) (?:quiet|to yourself|secret|hush|between|under your hat)|hush[- ]hush
    our (?:little )?secret|breathe a word|keep (?:schtum|shtum|mum)|(?:between|just) (?:you and me|us two|the two of us|ourselves)|strictly between
""")  # noqa: E501 - one phrase a line
COVERS = whole_any(rf"""
    (?:did|do) ?n(?:o|')t (?:get|hear|have|see) (?:it|this|that|them|any of (?:it|this)) (?:from|off) me
    never (?:got|had|heard|saw) (?:it|this|that) (?:from|off) me
    (?:do not|don't|dinnae|never) (?:ever )?(?:say|tell|let on|mention) (?:\w+ )?(?:who|where|that i|it was me|i) \w+
    (?:do not|don't|never) (?:ever )?(?:tell {_ANY}|let {_ANY} {_KNOW}|mention (?:it|this) to|show (?:it|this) to)
    {_NOBODY} (?:else )?(?:must|can|could|may|need|needs to|should|will|'ll|would|has to|is to|ever) {_KNOW}
    {_NOBODY} (?:here |ever )?(?:looks|checks|notices)|(?:has|have)(?: not|n't) noticed
    (?:he|she|they) (?:must|need)(?: not|n't) {_KNOW}|(?:does|do)(?: not|n't) (?:have|need) to {_KNOW}
    (?:will not|won't|must not|mustn't|is not to|isn't to) (?:be told|find out|notice)
    (?:he|she) has no idea|none the wiser|need never {_KNOW}|(?:will|'ll|would) never {_KNOW}
    {_NOBODY} (?:will|can|could|would|'ll) (?:ever )?(?:trace|connect|suspect|prove|link|guess)
    (?:can ?not|can't|could not|couldn't|not) be (?:traced|linked|proved)|trace it (?:back )?to
    (?:points?|lead|leads) (?:straight |back )?(?:at|to) (?:him|her|them)|look(?:s)? (?:as if|as though|like) (?:he|she)
    (?:pretend|say|tell them) (?:that )?(?:you|it) (?:found|guessed|came)|pretend (?:that )?you
    (?:am|are|is|was|were|'m|'re) not (?:really )?(?:meant|supposed|allowed) to (?:have|know|send|share|tell)
    i should(?: not|n't) (?:be |really )*(?:say|tell|share|but|sending|telling|sharing)
    bend the rules|turn a blind eye|strictly speaking|on the quiet
    (?:is|was|it's|are|were) stolen|i (?:stole|nicked|pinched|swiped|took it|took them|took these|copied the lot)
    (?:found|copied|took|got|photographed|opened) (?:it|this|them|the \w+) (?:\w+ )?(?:off|from|on|out of) (?:his|her|the head's)
    (?:while|when) (?:he|she|they) (?:was|were|is|are|'s) (?:not looking|out of the (?:room|office))
    log(?:ging)? (?:in|on) as (?:him|her|them|me)|use (?:his|her|my \w+'s) (?:card|log-?in|account|password|name)
    (?:wiped|erased|removed|deleted) (?:it |them |this )?from the (?:log|system|record|history)
    before the (?:audit|auditors?|inspection|inspectors?) (?:comes?|starts?|sees?|gets?|arrives?)
    cover(?:s|ed|ing)? (?:our|my|your|up) (?:tracks|for me)
    (?:does|do)(?: not|n't) know (?:that )?(?:i|i'm|i've|we|you) (?:\w+ )?\w+|mum's the word|burn after reading
    (?:shred|wipe|bin|destroy|burn|delete) (?:this|it|them) (?:after|when|once|straight)
    not through the (?:usual|official|proper) (?:channels?|route)|on the sly|hush money
    without (?:{_ANY}|his|their)(?: \w+)? (?:knowing|noticing|finding out|seeing|knowledge)
    delete (?:this|it|everything|them|all)(?: \w+){{0,2}} (?:after|when|once|as soon|straight)
    delete (?:\w+ ){{1,3}}from (?:your |my )?sent|behind (?:his|her|their) backs?
    before (?:he|she|they|{_ANY}) (?:notices?|finds? out|realises?)
    (?:leave|left|leaving|keep|kept) (?:\w+ ){{1,2}}(?:off|out of) the (?:\w+ )?(?:books?|sheet|accounts?|ledger)
    off the books|no paper trail|under the counter|(?:leave|leaves|leaving) no trace
    {_NOBODY} (?:here |else )?knows (?:that )?(?:i|we|about)|as far as (?:they|anyone|anybody|hr|audit) (?:know|knows|can tell|can see)
    (?:until|till) (?:\w+ ){{0,4}}(?:audit\w*|inspect\w*|ofsted)(?: people| team)? (?:have|has|are|is) (?:gone|left|packed|finished|done|over)
    (?:must ?n'?t|must not|does(?: not|n't)|should(?: not|n't)) (?:show|come|turn) up (?:under|against|as|on) my|or it(?:'ll| will)? shows?
    nothing (?:more )?in writing|say nothing (?:to|about)|not (?:to be )?open(?:ed)? (?:it |this )?(?:on|at) (?:the|a|your) (?:council|school|work|office)
    if (?:anyone|anybody|the inspectors?|the auditors?|hr|audit) asks?,? (?:that's|you|i|it|we|tell|say (?:that )?(?:you|it|i|we))
    (?:out of|beyond) (?:his|her|their) reach|(?:he|she|they) never (?:opens?|checks?|looks?|reads?)
    (?:he|she|they)(?:'ll| will) (?:only )?(?:notice|find out) when|(?:he|she|they) won't have (?:cancelled|noticed|changed)
    (?:ring|phone|call|write)(?: \w+)?,? (?:and )?say (?:that )?you(?:'re| are)|say (?:that )?you(?:'re| are) (?:him|her)
    (?:open|order|sign|register|buy|claim|apply|borrow)(?: \w+){{0,5}} in (?:his|her|their) names?
    without (?:telling|asking) (?:him|her|them|anyone|anybody)|not (?:on|from|to) (?:my|the|your) work (?:e-?mail|mail|phone|account|address)
    (?:forge|forged|faked?|falsif\w+|fiddl(?:e|ed|ing) the|cook(?:ed|ing)? the books|massage the figures)
    (?:change|alter|swap|lose) the (?:dates?|figures?|marks?|grades?|letter|form|file|paperwork) (?:so|before|until|to look)
    cover story|i was never here|you never (?:saw|got|had) (?:this|it|me)|i had a (?:peek|nosy|snoop|poke|rummage)|(?:sneaked|snuck|smuggled) (?:it|them|this|out)
    (?:a day|a week|hours|days|weeks) (?:before (?:everyone|anybody|anyone) else|early)|leak(?:ed|ing)? (?:it|this|them) to|tip(?:ped|ping)? (?:you|them|him|her) off
    under (?:another|a false|a different|his|her) name|(?:pose|posing|posed) as|(?:pretending|pretended|pretend) to be (?:him|her|the|a|from)
    (?:he|she|they)(?:'ll| will)? (?:believe (?:anything|owt|it)|fall for it|swallow it)
""")  # noqa: E501 - one phrase a line
_WHEN = any_of("""
    (?:mon|tues|wednes|thurs|fri|satur|sun)day
    january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas
    week|month|term|summer
""")
LEAVES = whole_any(rf"""
    (?:before|when|as|once|after|now that|until) i (?:leave|go for good|finish here|start my)
    i (?:leave|finish) (?:(?:here|work|the \w+) )?(?:on|this|next|in|at) (?:the )?(?:{_WHEN}|\d+(?:st|nd|rd|th))
    my last (?:days?|weeks?|month)|i(?: am|'m) leaving|i(?: have|'ve)? resigned|my new (?:job|post|employer)
    my notice(?: period)?|hand(?:ed|ing) in my notice|(?:my|our) (?:new|own) (?:business|company|firm|venture)
    (?:i|you|he|she) (?:was|were|am|are|have been|had been) (?:dismissed|sacked|suspended|fired|let go)
    they (?:cut|lock|throw|kick|chuck) me (?:off|out)|set(?:ting)? up (?:on my own|by myself)
    in case (?:they|he|she) (?:sacks?|fires?|suspends?) me|let me go|leaving present|my (?:next|future) (?:job|employer|boss)
    (?:i|i'll|i will|when i) (?:work|be working) for (?:you|them|him)|my own (?:office|shop|agency|practice|school)|i start (?:next|in|on)
    (?:a|the|our|your) (?:competitor|rival)|poach(?:ing|ed)?|(?:take|taking|bring) (?:\w+ )?(?:\w+ )?with me|new employer
    (?:i'm|i am|i'll be) (?:joining|starting (?:at|with))|i start (?:at|with|my)|my contract (?:ends|runs out)
    (?:go|going|went|gone) (?:solo|freelance|self-employed|it alone)|garden(?:ing)? leave|sack(?:ed|ing) me
    (?:hand(?:ing|ed)|put(?:ting)?|giv(?:e|ing)|gave) in (?:my|the) (?:letter|resignation)|(?:got|have|had|for) (?:the|an|my) interview
    (?:for|at|with|in) (?:the|my) new (?:place|firm|shop|lot|team|boss|people)|my (?:own )?(?:consultancy|practice)|(?:my|our|the) franchise|i(?: am|'m| will be|'ll be) the competition
""")  # noqa: E501 - one phrase a line
_PARENT = "(?:mum|dad|mother|father|parents?|carers?|guardians?|family|they|she|he)"
BASIS = whole_any(rf"""
    (?:data[- ])?(?:sharing|processing) (?:agreement|protocol)|under (?:the|our|a) (?:contract|agreement|act)
    gdpr|by law|legal(?:ly)? (?:duty|required|obligation|basis)|statutory|(?:census|data) return|court order
    (?:have|has|with|gave|given) (?:\w+ ){{0,3}}(?:consent|consented|permission)|consent (?:form|forms|given)
    safeguarding partners?|immunisations?|vaccinations?|common transfer file|ctf|warrant
    at the request of the (?:police|court)|(?:ordered|directed|required) by the|(?:family|county|crown) court
    (?:regulation|article|section) \d+|(?:you|they)(?:'ve| have) signed for
    (?:contract|agreement|form|release) (?:is |was |has been )?signed|signed (?:the|a|an|part|his|her|their) (?:\w+ )?(?:form|part|release|contract|sheet)?
    written (?:authority|permission|consent|agreement)|gave (?:us|me) (?:\w+ )?(?:permission|leave|consent|authority)
    tribunal|coroner|ombudsman|magistrates?|(?:panel|judge|court) (?:has )?(?:asked|ordered|directed|requires?|wants)|by order|order (?:was|is) made|census|national (?:return|audit)
    (?:our|the) (?:dpo|data protection officer|iggo|caldicott guardian) (?:has |have )?(?:cleared|agreed|approved|allowed|confirmed)
    (?:our|your|the) (?:data )?processor|framework agreement|sharing (?:arrangement|protocol)|in line with (?:our|the) (?:\w+ ){{0,2}}(?:protocol|agreement|contract)
    {_PARENT} (?:is|are|was|were) (?:aware|happy|content|fine) (?:and|for|with|to|about|that)
    {_PARENT} (?:\w+ ){{0,6}}(?:and )?(?:agreed|consented) (?:to|by|in|on|with|that)
    (?:parents?|mother|father|mum|dad|carers?|guardians?|family) (?:has |have )?(?:asked|requested|knows that|know that)
""")  # noqa: E501 - one phrase a line
_NEAR = any_of("""
    mate|mates|cousin|cuz|bro|brother|sis|sister|uncle|aunt(?:ie|y)?|nephew|niece|babe|hun|darling|sweetheart
    mum|dad|gran|nan|nana|grandad|(?:brother|sister|mother|father|son|daughter)-in-law|boyfriend|girlfriend|husband|wife|partner|fiancee?|ex|son|daughter|flatmate|landlord
""")
PRIVATE = whole_any(rf"""
    (?:hey|hi|hiya|hello|alright|ta|cheers|thanks|sorry) {_NEAR}|my (?:best |old |big |little )?{_NEAR}
    to my (?:own )?(?:house|home|flat|place|door)|(?:that's|that is) me
""")
ASKED = whole_any(r"""
    as (?:the|our|your) (?:\w+ ){1,3}(?:asks?|asked|demands?|demanded|needs?|requires?|required|wants?|wanted|requested)
    (?:the|our|your) (?:\w+ )?\w+ (?:asks?|asked|needs?|requires?|wants?) (?:it|this|them|these)|asked for (?:it|this|them|these)
    (?:the|our|your) (?:\w+ )?(?:form|application|website|contract|scheme|guidance|procedure) (?:asks|asked|calls) for|(?:can ?not|can't|will not|won't) (?:\w+ ){1,2}without (?:it|this|them)|you(?:'ll| will)? need (?:it|this|these|them) (?:for|to|at|when|by)
    (?:required|needed|wanted|requested) (?:by|for|on) (?:the|your|our)|as you (?:process|handle|run|hold|keep|do) (?:our|the)
    for (?:your|the) (?:\w+ )?(?:form|check|file|claim|admission|return|passport|records?|register|roll|application|certificate)
    as (?:you )?(?:asked|requested|required)|at your request|(?:you|they)(?: have|'ve| had)? (?:asked|requested)
    (?:need|needed|required) for (?:your|the) (?:form|booking|application|claim|visa|insurance|return)
    your (?:\w+ )?(?:office|team|form|website|clerk|school|department|letter|desk|colleagues?|bank|firm|company|portal) (?:rang|called|asked|asks|needs?|wants?|wrote|requires?)
    (?:further to|following|in (?:reply|answer|response) to|thank you for) your (?:\w+ )?(?:letter|e-?mail|mail|call|request|message|note|enquiry|form|claim)
    you (?:rang|called|wrote) (?:us |me )?(?:for|about|to ask)|(?:have |has )?asked (?:me|us) (?:for|to (?:let|send|give|pass|forward|write|provide|confirm))
""")  # noqa: E501 - one phrase a line
GAIN = whole_any(r"""
    in return(?: for)?|for (?:the|your) (?:money|cash)|in cash|you owe me|my (?:usual )?cut|worth (?:your|my) while
    (?:pay|pays|paid) me (?:for|to)|what you (?:promised|offered) me|our deal|as a thank you for
    \d+ (?:quid|grand) (?:each|apiece|for|a)|(?:the|your|that|another|of) \x{a3}\d[\d,.]* for me|what's in it for me|something in it for (?:me|you)
    i(?:'ll| will)? (?:want|get|take|have) (?:my )?(?:half|a (?:share|cut|third)|share|cut|commission)
    (?:quid|grand|tenner|fiver|pounds) for me|(?:the|your) (?:money|cash|envelope) (?:came|arrived|has come)
    (?:what|which|that) you(?:'ve| have)? paid (?:me )?for|(?:sell|selling|sold) (?:it|them|these|those) (?:on|to)
    (?:thanks|thank you|ta|cheers) for the (?:vouchers?|bottles?|hamper|tickets|gift|cash|money|watch|holiday)
    my (?:own|side|little) (?:shop|business|hustle|tutoring)|a buyer|(?:drop|post|put) the (?:cash|money|envelope)
    (?:you|they|he|she)(?:'ll| will| can| could|'d| would)? pay (?:for )?(?:me|my)|my (?:share|reward|fee|bonus|percentage)
    what(?:'s| is) it worth|the usual envelope|scratch(?:es)? (?:my|your) back
    and (?:we|i) (?:share|split|halve)|we (?:halve|split) it|(?:pounds|quid|pence|p|euros) (?:a|per) (?:name|child|address|list)
    \d+ (?:a|per) (?:name|child|address|record)|and it(?:'s| is) (?:all )?yours|you(?:'ll| will) owe me
    into my (?:own )?account|i(?: am|'m) selling (?:it|them|these|this)
    kick-?backs?|back-?handers?|bribes?|sweetener|finder's fee|split the (?:money|cash|profit)
    i(?:'ll| will)? (?:want|get|take|have|keep) (?:my |a |the )?(?:third|quarter|fifth|tenth|\d+ ?(?:%|per ?cent))
    (?:tenner|fiver|quid|grand|pounds) (?:a head|for the name|a go)|my usual (?:share|percentage|fee)|(?:money|cash) (?:first|up front|in hand)
    (?:vouchers?|cash|money|cheque|bottles?|hamper) (?:\w+ )?to (?:me|my (?:home|house|flat|place|door))
    (?:put|pay|slip|drop) (?:it|them|mine|the rest) in(?:to)? (?:the (?:boys?|girls?|kids?)'? |my \w+'s )(?:savings|account)
    (?:see|sees) (?:me|you) right|fifty-fifty|50/50|split (?:it|the \w+) (?:with me|between us)|how much will you give|a bung
    same (?:price|money|terms|deal|rate) as (?:last|before)|(?:the|my) usual (?:consideration|arrangement|terms|amount|sum|rate|price)
    settle in (?:notes|cash)|(?:my|the) (?:second|other) half (?:will|is|of the)|split as before|for a (?:small )?(?:fee|price|cut|share|favour)|(?:half|ten per ?cent|a share) (?:for|to) (?:me|you|us)
    nicer for (?:me|both of us|us both)|(?:drinks?|lunch|dinner|beers?)(?: is| are|'s)? on you
""")  # noqa: E501 - one phrase a line
HARM = whole_any("""
    teach (?:him|her|them|you) a lesson|serves? (?:him|her|them|you) right|get (?:back at|even with)
    (?:make|makes|made) (?:his|her|their|your) life|(?:he|she|they) (?:will|'ll) (?:suffer|be sorry)
    (?:ruin|destroy|finish|embarrass|humiliate|shame|hurt) (?:him|her|them|you)|revenge
    so that (?:he|she|they) (?:loses?|suffers?)
    get (?:him|her|them) (?:sacked|fired|thrown out|into trouble|in trouble)
    use (?:it|this|that|these) (?:against (?:him|her|them)|to get (?:him|her|them|at|back))
    shut (?:him|her|them) up|see how (?:he|she|they) likes? it|(?:got|have|has) something on (?:him|her|them)
    (?:finish|end|wreck|ruin) (?:his|her|their) (?:career|life|name|marriage)|(?:put|post|stick) (?:this|it) on (?:facebook|twitter|the web|whatsapp)
    (?:tell|give it to|send it to|ring) the (?:paper|papers|press)|spread the word about (?:him|her|them)
    (?:every ?body|every ?one) (?:\\w+ ){0,5}(?:hears|finds out|gets to know)|see (?:him|her|them) (?:fall|suffer|cry|go|squirm)
    wait for (?:him|her|them) (?:at|by|outside)|just turn up|hiding from (?:you|him|her)
    (?:win|won|lose|loses) (?:it |this |the case )?in court|(?:sorry|regret) (?:that )?(?:they|he|she) (?:ever)|drop (?:the|her|his) complaint
    (?:track|hunt) (?:him|her|them) down
    (?:find|get|catch|meet|wait for) (?:him|her) (?:there|on (?:his|her) own|alone|outside)|blackmail
    (?:wipes?|wrecks?|scrambles?|corrupts?|trash(?:es)?|bricks?) (?:the|their|every|all|your) (?:\\w+ )?(?:drives?|servers?|back-?ups?|files|disks?|system|network|computers?|laptops?|records|databases?)
    (?:get|have) (?:him|her|them) (?:deported|evicted|arrested|suspended|removed)|want (?:him|her|them) (?:gone|sacked|finished)
    (?:he|she|they) (?:had it coming|deserves? (?:it|everything|all of it|what)|won't know what hit)|pay-?back|dirt on (?:him|her|them)
    make sure (?:that )?(?:he|she|they) (?:loses?|fails?|suffers?)|turn (?:everyone|everybody|the parents|them all) against
    (?:wait till|let's see how) (?:he|she|they|everyone|everybody|the parents|(?:his|her) \\w+) (?:sees?|hears?|likes?|reads?|finds? out)
    name and shame|all over (?:facebook|the internet|social media|town|the school)|ammunition
    (?:grassed|snitched|dobbed) (?:on )?me|(?:hold|keep) (?:that|this|it) over (?:him|her|them)
    get (?:his|her|their|my|our) own back|where (?:he|she) (?:lives|lives now|is hiding|has moved|moved to)
    make (?:him|her|them) (?:pay|suffer|squirm|crawl|sorry)|(?:drop|land) (?:him|her|them) in it
    (?:watch|see|follow|catch|wait)(?: \\w+){0,2} (?:when|where) (?:he|she) (?:comes|leaves|goes|lives|parks|walks)
""")  # noqa: E501 - one phrase a line
FROM_ELSEWHERE = whole_any("""
    (?:i|we) (?:was|were) sent|(?:i|we) (?:got|received)|(?:this|it|which) (?:came|arrived)|on file
    for the (?:file|record|log)|please (?:log|record|file)|evidence|screenshots?|transcript|recording|cctv
    lyrics?|songs?|verse|chorus|poems?|novels?|books?|plays?|scenes?|script|films?|villain|characters?
    jokes?|match|matches|games?|role[- ]?play|drama|panto(?:mime)?|rehearsals?|stor(?:y|ies)|chapter|extract
    voicemails?|text messages?|tweets?|facebook|worksheet|homework|essay|exam|translation|debate|competition
    lesson|assembly|history|museum|poster|graffiti|sprayed|scrawled|headlines?|quiz|policy|guidance|training
    quot(?:e|es|ed|ations?|ing)|reads|read out|in (?:his|her|their) (?:own )?words|word for word|verbatim
""")
PUBLIC = whole_any(r"""
    (?:our|the|my) (?:public|open) (?:website|web ?site|pages?|register)|public(?:ly)? (?:available|known|listed|record|domain)|open data
    on (?:our|the school's|the council's|their) (?:\w+ )?(?:website|web site|letterhead|notice ?board|poster|shop front)|get information about schools
    (?:anyone|anybody|everyone|everybody) can (?:look|find|see|read) (?:it|them|this|that|these|up|online)|(?:published|printed) (?:on|in) (?:the|our|every)
    in the (?:phone ?book|prospectus|public register)|on the (?:sign|wall|door|poster|whiteboard|notice ?board) (?:in|at|by|outside|for|of|anyway)
""")  # noqa: E501 - one phrase a line
SPENT = whole_any(r"""
    (?:opens|works|does|unlocks|good for) nothing(?: any ?more| now)?|(?:no longer|does not|doesn't|will not|won't) (?:works?|opens?) (?:any ?more|now|anything)
    no longer (?:valid|active|in use|used|works?|opens?)|(?:has|have|was|were|been) (?:since )?(?:expired|revoked|retired|decommissioned|disabled|scrapped)
    the (?:old )?(?:code|password|pin|combination|log-?in) (?:was|used to be)|the old (?:code|password|pin|combination|lock|log-?in)
    (?:lock|code|password|pin|log-?in|account) (?:was|has been|have been|got) (?:\w+ )?(?:changed|replaced|removed|sawn off|taken off|closed|wiped)
""")  # noqa: E501 - one phrase a line
PAPERS = whole_any("""
    e-? ?tickets?|boarding (?:pass|card)|train tickets?|itinerary|booking confirmation
    (?:hotel|holiday|flight|cottage) booking|pay ?slips?|p60|p45|pension (?:forecast|statement)|bank statement
    cv|curriculum vitae|mortgage|tenancy|prescription|driving test
""")
TO_READER = whole_any("you|your|you're|you've|you'll|you'd|yours|yourself|u r|ur")
_COUNTED = any_of("""
    order|serial|asset|stock|part|model|invoice|consignment|tracking|delivery|docket|batch|product|job|meter
    policy|claim|booking|membership|customer|ticket|case|reference|parcel|device|machine|licen[cs]e
""")
OTHERWISE = whole_any(rf"""
    {_COUNTED} (?:numbers?|no|tag|code|label|ref(?:erence)?|note|id|docket)
    dockets?|waybill|consignment|bar ?code|isbn|inventory|warranty
""")
PERSONS_NUMBER = whole_any("""
    nhs|upn|unique pupil|national insurance|ni number|patients?|pupils?|child|born|dob|date of birth
""")
SOMEBODY = whole_any("""
    upns?|ni|nino|insurance|learners?|students?|children|child's|claimants?|payroll|employees?
    he|she|him|her|his|hers|mine|son|daughter|boys?|girls?|lads?|lass|mother|father|mum|dad|mrs?|ms|miss|dr
""")
