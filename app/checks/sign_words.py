"""By which words close by is a sign told?

General vocabulary, one family a sign: who is not to find out, what is given in return, who leaves, who is
to be hurt, what a law, a consent or a form asks for, what else a number can be. One phrase a line.
"""

from app.checks.words import any_of, whole_any

_THING = any_of("""
    accounts?|bank(?:ing)?|iban|sort code|details|nhs|ni|national insurance|upn|passport|driving licence
    pass ?words?|log-?ins?|user ?names?|pins?|codes?|numbers?|address|date of birth|payslip|salary|wages
    records?|results?|refund|expenses
""")
_KIN = "(?:child|son|daughter|twins?|boy|girl|mother|father|husband|wife|ward)"
_BODY = any_of("school|council|trust|nursery|academy|federation|pta|club|authority")
SENDERS = whole_any(rf"""
    my (?:{_KIN}(?:'s)? )?(?:[\w-]+ ){{0,3}}{_THING}|mine|pay me|reimburse me
""")
READERS = whole_any(rf"""
    your (?:{_KIN}(?:'s)? )?(?:[\w-]+ ){{0,3}}{_THING}|yours|(?:refund|repay|pay|reimburse) you
    you (?:gave|wrote|sent|told|provided|supplied|entered|have given|had given)|(?:refund|paid) to you
""")
ORGANISATIONS = whole_any(rf"""
    (?:our|the {_BODY}(?:'s)?) (?:[\w-]+ ){{0,3}}{_THING}|funds?|appeal|donat(?:e|es|ed|ions?)|charity|raffle
    sponsor(?:s|ed|ship)?|fundrais(?:er|ing)
    (?:pay|paid|payable|payments?) (?:\w+ ){{0,2}}to (?:us|our|the {_BODY})
""")
ANOTHERS = whole_any(rf"""
    (?:his|her|their) (?:[\w-]+ ){{0,3}}{_THING}
""")
MADE_UP = whole_any("""
    made[ -]up|dummy|fictitious|fictional|invented|imaginary|specimen|placeholder|not (?:a )?real|pretend
    test (?:patients?|pupils?|persons?|records?|data|accounts?|users?|cases?|numbers?|children|child)
    (?:sample|example|demo|training|fake) (?:data|records?|pupils?|patients?|numbers?|accounts?|children)
    for (?:training|testing|demonstration|illustration|practice) (?:only|purposes?)|tutorial|anonymised
    sandbox|(?:demo|staging|test) (?:site|system|school|server|version)|worked example|(?:joe|jo|jane) bloggs
    no such (?:person|child|pupil|patient)
""")
_ANY = any_of("""
    him|her|them|anyone|anybody|the others|staff|parents|governors|(?:the )?head|it|ict|hr|finance|payroll|audit
    (?:my|your|his|her|the) (?:boss|manager|head|husband|wife|partner|mum|dad|parents|office|team|line manager)
""")  # noqa: E501 - one phrase a line
_NOBODY = "(?:no ?body|no[- ]one|none of them)"
_KNOW = "(?:know|find out|see|notice|hear|be told)"
QUIET = whole_any(rf"""
    (?:one|a single) word to {_ANY}|not a word|keep your mouth shut
    keep (?:it|this|that) (?:quiet|to yourself|secret|hush|between|under your hat)|hush[- ]hush|on the quiet
    our (?:little )?secret|(?:between|just) (?:you and me|us two|the two of us|ourselves)|strictly between
""")
COVERS = whole_any(rf"""
    (?:did|do) ?n(?:o|')t (?:get|hear|have|see) (?:it|this|that|them|any of (?:it|this)) (?:from|off) me
    never (?:got|had|heard|saw) (?:it|this|that) (?:from|off) me
    (?:do not|don't|dinnae|never) (?:ever )?(?:say|tell|let on|mention) (?:\w+ )?(?:who|where|that i|it was me|i) \w+
    (?:do not|don't|never) (?:ever )?(?:tell {_ANY}|let {_ANY} {_KNOW}|mention (?:it|this) to|show (?:it|this) to)
    {_NOBODY} (?:else )?(?:must|can|could|may|need|needs to|should|will|'ll|would|has to|is to|ever) {_KNOW}
    {_NOBODY} (?:here |ever )?(?:looks|checks|notices)|(?:has|have)(?: not|n't) noticed
    (?:he|she|they) (?:must|need)(?: not|n't) {_KNOW}|(?:does|do)(?: not|n't) (?:have|need) to {_KNOW}
    (?:will not|won't|must not|mustn't|is not to|isn't to) (?:be told|find out|notice)
    cover(?:s|ed|ing)? (?:our|my|your|up) (?:tracks|for me)
    (?:does|do)(?: not|n't) know (?:that )?(?:i|i'm|i've|we|you) (?:\w+ )?\w+|mum's the word|burn after reading
    (?:shred|wipe|bin|destroy|burn|delete) (?:this|it|them) (?:after|when|once|straight)
    not through the (?:usual|official|proper) (?:channels?|route)|on the sly|hush money
    without (?:{_ANY}|his|their)(?: \w+)? (?:knowing|noticing|finding out|seeing|knowledge)
    delete (?:this|it|everything|them|all)(?: \w+){{0,2}} (?:after|when|once|as soon|straight)
    delete (?:\w+ ){{1,3}}from (?:your |my )?sent|behind (?:his|her|their) backs?
    before (?:he|she|they|{_ANY}) (?:notices?|finds? out|realises?)
    (?:leave|left|leaving|keep|kept) (?:\w+ ){{1,2}}(?:off|out of) the (?:\w+ )?(?:books?|sheet|accounts?|ledger)
    off the books|no paper trail|under the counter
""")  # noqa: E501 - one phrase a line
_WHEN = any_of("""
    (?:mon|tues|wednes|thurs|fri|satur|sun)day
    january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas
    week|month|term|summer
""")
LEAVES = whole_any(rf"""
    (?:before|when|as|once|after|now that|until) i (?:leave|go for good|finish here|start my)
    i (?:leave|finish) (?:here )?(?:on|this|next|in|at) {_WHEN}
    my last (?:days?|weeks?|month)|i(?: am|'m) leaving|i(?: have|'ve)? resigned|my new (?:job|post|employer)
    my notice(?: period)?|hand(?:ed|ing) in my notice|(?:my|our) (?:new|own) (?:business|company|firm|venture)
    (?:i|you|he|she) (?:was|were|am|are|have been|had been) (?:dismissed|sacked|suspended|fired|let go)
    they (?:cut|lock|throw|kick|chuck) me (?:off|out)|set(?:ting)? up (?:on my own|by myself)
    (?:a|the|our|your) (?:competitor|rival)|poach(?:ing|ed)?|(?:take|taking|bring) (?:\w+ )?(?:\w+ )?with me|new employer
    (?:i'm|i am|i'll be) (?:joining|starting (?:at|with))|i start (?:at|with|my)|my contract (?:ends|runs out)
    (?:go|going|went|gone) (?:solo|freelance|self-employed|it alone)
""")  # noqa: E501 - one phrase a line
_PARENT = "(?:mum|dad|mother|father|parents?|carers?|guardians?|family|they|she|he)"
BASIS = whole_any(rf"""
    (?:data[- ])?(?:sharing|processing) (?:agreement|protocol)|under (?:the|our|a) (?:contract|agreement|act)
    gdpr|by law|legal(?:ly)? (?:duty|required|obligation|basis)|statutory|(?:census|data) return|court order
    (?:have|has|with|gave|given) (?:\w+ ){{0,3}}(?:consent|consented|permission)|consent (?:form|forms|given)
    safeguarding partners?|immunisations?|vaccinations?|common transfer file|ctf|warrant
    at the request of the (?:police|court)|(?:ordered|directed|required) by the|(?:family|county|crown) court
    (?:regulation|article|section) \d+|(?:you|they)(?:'ve| have) signed for
    {_PARENT} (?:\w+ ){{0,6}}(?:and )?(?:agreed|consented) (?:to|by|in|on|with|that)
""")
_NEAR = any_of("""
    mate|mates|cousin|cuz|bro|brother|sis|sister|uncle|aunt(?:ie|y)?|nephew|niece|babe|hun|darling|sweetheart
    mum|dad|gran|boyfriend|girlfriend|husband|wife|partner|fiancee?|ex|son|daughter|flatmate|landlord
""")
PRIVATE = whole_any(rf"""
    (?:hey|hi|hiya|hello|alright|ta|cheers|thanks|sorry) {_NEAR}|my (?:best |old |big |little )?{_NEAR}
    to my (?:own )?(?:house|home|flat|place|door)|(?:that's|that is) me
""")
ASKED = whole_any(r"""
    as (?:the|our|your) \w+ (?:asks?|asked|demands?|demanded|needs?|requires?|required|wants?|wanted|requested)
    as (?:you )?(?:asked|requested|required)|at your request|(?:you|they)(?: have|'ve| had)? (?:asked|requested)
    (?:need|needed|required) for (?:your|the) (?:form|booking|application|claim|visa|insurance|return)
""")  # noqa: E501 - one phrase a line
GAIN = whole_any(r"""
    in return(?: for)?|for (?:the|your) (?:money|cash)|in cash|you owe me|my cut|worth (?:your|my) while
    (?:pay|pays|paid) me (?:for|to)|what you (?:promised|offered) me|our deal|as a thank you for
    \d+ (?:quid|grand) (?:each|apiece|for|a)|(?:the|your|that|another|of) \x{a3}\d[\d,.]* for me|what's in it for me|something in it for (?:me|you)
    i(?:'ll| will)? (?:want|get|take|have) (?:my )?(?:half|a (?:share|cut|third)|share|cut|commission)
    (?:quid|grand|tenner|fiver|pounds) for me|(?:the|your) (?:money|cash|envelope) (?:came|arrived|has come)
    (?:what|which|that) you(?:'ve| have)? paid (?:me )?for|(?:sell|selling|sold) (?:it|them|these|those) (?:on|to)
    (?:thanks|thank you|ta|cheers) for the (?:vouchers?|bottles?|hamper|tickets|gift|cash|money|watch|holiday)
    my (?:own|side|little) (?:shop|business|hustle|tutoring)|a buyer|(?:drop|post|put) the (?:cash|money|envelope)
    kick-?backs?|back-?handers?|bribes?|sweetener|finder's fee|split the (?:money|cash|profit)
    nicer for (?:me|both of us|us both)|(?:drinks?|lunch|dinner|beers?)(?: is| are|'s)? on you
""")  # noqa: E501 - one phrase a line
HARM = whole_any("""
    teach (?:him|her|them|you) a lesson|serves? (?:him|her|them|you) right|get (?:back at|even with)
    (?:make|makes|made) (?:his|her|their|your) life|(?:he|she|they) (?:will|'ll) (?:suffer|be sorry)
    (?:ruin|destroy|finish|embarrass|humiliate|shame|hurt) (?:him|her|them|you)|revenge
    so that (?:he|she|they) (?:loses?|suffers?)
    get (?:him|her|them) (?:sacked|fired|thrown out|into trouble|in trouble)
    use (?:it|this|that|these) (?:against (?:him|her|them)|to get (?:him|her|them|at|back))
    (?:track|hunt) (?:him|her|them) down
    (?:find|get|catch|meet|wait for) (?:him|her) (?:there|on (?:his|her) own|alone|outside)|blackmail
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
