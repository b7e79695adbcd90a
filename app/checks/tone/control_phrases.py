r"""Which words leave out a check that protects people or money?

Named lists, one phrase a line (see ``words.py``). ``PLAIN`` says it outright. ``PARTS`` are acts that are
ordinary alone ("delete the e-mail", "put Sam down as present") and say it only beside words of ``COVER``.
"""

from app.checks.words import Screen, any_of, whole_any

_THING = r"(?:[\w\x27\x{2019}-]+ ){0,5}?"
_NUMBER = any_of("two|three|four|five|several|separate|a few|a couple of|smaller|\\d{1,2}")
_ORDERS = any_of("orders?|pos|purchase orders|invoices|requisitions|lots|contracts|payments|jobs")
_SPLIT = any_of("put|split|break|raise|do|send|process|divide|chop|order|run|enter|make|get")
_PARTS_OF = rf"(?:{_NUMBER}(?: (?:or \w+ )?(?:separate |smaller )?(?:{_ORDERS}|halves))?|half|separately)"
_GATE = any_of("""
    procurement|tender|tendering|approval|the committee|committee|cabinet|audit|compliance|legal|governors
    the governors|three quotes|quotes|quotations|sign[- ]?off|finance|the board|the head|the bursar|members
    the threshold|the limit|the rules|the controls?
""")
_PAST_THE_GATE = any_of(rf"""
    so (?:that )?(?:it|we|they|you|this|none|nobody|no one|each)(?: of \w+)? (?:doesn't|does not|don't|do not|won't|needn't|never|can|stays?) [^.!?\n]{{0,40}}?{_GATE}
    (?:stay|keep|keeps|stays|comes?|staying|keeping|is|are|be|all) (?:just |well |safely )?(?:under|below) (?:the )?(?:\w+ ){{0,2}}(?:threshold|limit|£?\d|five|ten|twenty|fifty|tender)
    (?:to|and|we) (?:avoid|dodge|get (?:a?round|past)|miss out|skip|escape|bypass) [^.!?\n]{{0,30}}?{_GATE}
    (?:under|below) (?:the )?(?:\w+ )?(?:threshold|limit)
    so (?:that )?(?:neither|none|no one \w+|nothing) (?:\w+ ){{0,2}}?(?:goes|is|comes) (?:over|above)
    nobody needs? (?:to )?(?:trouble|bother|tell|ask) {_GATE}
""")  # noqa: E501 - one phrase a line
_BODY = any_of("""
    cpoms|myconcern|my concern|(?:the )?(?:safeguarding|accident|incident|near[- ]miss) (?:log|book|system|form|record|file)
    the risk register|the dsl|our dsl|your dsl|dsl|the lado|lado|mash|the mash|the safeguarding (?:lead|team|officer|board)
    (?:children's |adult )?social (?:services|care)|ofsted|the cqc|cqc|the hse|riddor|the ico|the auditors?|audit|internal audit
    the (?:data protection officer|dpo|inspectors?|regulator|monitoring officer|ombudsman)|our dpo
""")  # noqa: E501 - one phrase a line
_LOG = any_of("""
    log|record|report|pass|put|tell|mention|refer|involve|write|enter|raise|escalate|minute|show|let|give
    flag|inform|notify
""")
_VETTING = any_of("""
    dbs|the dbs|his dbs|her dbs|their dbs|a dbs|dbs checks?|the dbs checks?|references?|the references?|vetting|the vetting
    right to work|right[- ]to[- ]work checks?|the right to work checks?|clearance|the barred list(?: check)?|the checks?|the safeguarding training
""")  # noqa: E501 - one phrase a line
_LATER = any_of("""
    later|later on|afterwards|after|when (?:it|they) comes?|once (?:he|she|they)(?:'s|'ve| is| has| have)?
    another (?:day|time|week)|in due course|next (?:week|month|term)|in the new year|retrospectively
""")
_BEGIN = any_of("start|begin|come in|work|help|get going|cover|go in|drive|coach")
_SAFEGUARD = any_of("""
    check|checks|verification|call-?back|risk assessment|second signature|approval|sign[- ]?off|controls?
    vetting|dbs|dbs check|two[- ]person check|segregation of duties|tender|quotes|dual authorisation
    consent forms?|fire check|pre-use check|authorisation|approval step|declaration
""")
_PAPER = any_of("""
    form|letter|certificate|signature|agreement|contract|consent|assessment|risk assessment|order|po|invoice
    purchase order|sheets?|log|record|records|minutes|review|plan|note|e-?mail|register|training sheet
    referral|declaration|checklist|inspection|dates?|paperwork|receipt|delivery note|waiver|approval
    visit|report
""")
_FIGURES = any_of("readings?|temperatures?|entries|times|dates|scores|checks|signatures?|results|initials")
_DONE = any_of("""
    done|signed|completed|checked|carried out|sent|agreed|filed|received|approved|tested|inspected|there
    present|trained|cleaned|recorded|reviewed|reported|held
""")
_SOMEBODY = any_of("it|we|you|they|he|she|i|this|that|everyone|everybody|nobody")

_WAIVE = any_of("""
    never mind|forget|sod|stuff|skip|don't bother (?:with|about)|don't get bogged down in|stop fussing about|stop asking for
    don't be (?:precious|a bore|silly|difficult|fussy) about|don't (?:start )?quot(?:e|ing)|don't want to hear the words?
    don't care (?:whether|if|about)|don't mind if|do not care (?:whether|if|about)|not interested in whether
    don't wait for|do not wait for|can't wait for|don't go wasting time on
""")  # noqa: E501 - one phrase a line
_GUARD = any_of(r"""
    dbs|references?|second signature|signatures|three quotes|quotes|consent forms?|risk assessments?|information governance
    goods[- ]received note|approval forms?|the approval|declarations?|sign[- ]in|purchase order|safer recruitment
    audit|the head(?:'s| has)? sign\w+|the checks (?:are|come|have)|call-?back|the encryption|encryption
    survey is|insurance is|certificate is|permit is
""")  # noqa: E501 - one phrase a line
_NOT_BACK = any_of(
    "(?:isn't|aren't|is not|are not|hasn't|haven't|not) (?:back|through|in yet|done|come|cleared)"
)
_ANYWAY = any_of(
    "(?:put|give|get|have|start|bring|send|tick) |let (?:him|her|them) (?:in|start|begin|work|go)|don't be"
)
_WATCHER = any_of(
    "(?:the )?(?:auditors?|audit|inspectors?|ofsted|council|police|hse|governors|finance|legal)"
)

_WAIVED = whole_any(rf"""
    {_WAIVE} [^.!?,;\n]{{0,25}}?{_GUARD}
    sign (?:[\w-]+ ){{1,4}}blank
    (?:don't|do not) (?:read|check|look at|moderate)[^.!?\n]{{0,40}}?just (?:sign|approve|tick|pay|authorise)
    go ahead without (?:waiting for )?(?:the|a|any|his|her|their) (?:\w+ )?(?:{_SAFEGUARD}|dbs|insurance|permission slips?)
    (?:forget|never mind|don't bother with|do not bother with|skip) (?:about )?(?:the |getting |doing |all )?(?:three |other )?(?:quotes|risk assessment|dbs|consent forms?|second signature|tender)
    (?:do|sort|chase)(?: out)? (?:the |three |other )*(?:quotes|risk assessment|paperwork for the quotes) (?:out )?(?:afterwards|after the event|retrospectively)
""")  # noqa: E501 - one phrase a line
_SPLIT = whole_any(rf"""
    {_SPLIT} {_THING}(?:through |up )?(?:as|into|in|over|across|on)? ?{_PARTS_OF}[^.!?\n]{{0,60}}?{_PAST_THE_GATE}
""")  # noqa: E501 - one phrase a line
_PASSED_BY = whole_any(rf"""
    (?:override|bypass|skip|get (?:a?round)|dodge|switch off|disable|ignore|miss out|leave out) (?:the|that|this|his|her|their|all the|any) (?:[\w-]+ ){{0,2}}?{_SAFEGUARD}
    (?:approve|sign|authorise|pass|release|pay) (?:it|them|these|this|that|the \w+) (?:off )?without (?:reading|looking|checking|opening|going through|the (?:second|other) signature)
""")  # noqa: E501 - one phrase a line
_FALSIFIED = whole_any(rf"""
    (?:back-?date|pre-?date) (?:the|that|this|your|his|her|their|my|our|all the|a) (?:[\w-]+ ){{0,2}}?{_PAPER}
    (?:write|put|use|stick) (?:an earlier|a false|yesterday's|last \w+'s|the old) date on
    make (?:it|them|this|that) look (?:like|as if|as though) {_SOMEBODY}(?:'d| had| was| were|'s|'ve| have)? (?:\w+ )?(?:{_DONE}|did)
    (?:put|mark|write|sign|log|add|enter) {_THING}(?:down |in )?as (?:though|if) {_SOMEBODY}(?: (?:took place|happened|came)|(?:'d| had| was| were|'s|'ve) (?:been )?(?:\w+ )?{_DONE})
    (?:make up|invent|fake|forge|fabricate) (?:the|some|a few|my|his|her|their|a) (?:\w+ )?{_FIGURES}
""")  # noqa: E501 - one phrase a line
_MADE_AWAY = whole_any(rf"""
    (?:delete|destroy|shred|bin|lose|get rid of|wipe|remove|hide) {_THING}before (?:you |we |they |the |anyone |she |he |i )(?:\w+ ){{0,3}}?(?:search\w*|request|sar|subject access|foi|audit\w*|inspect\w*|disclos\w+|investigat\w+|solicitors?|tribunal|ombudsman|police)
    (?:delete|destroy|shred|bin|lose|get rid of|wipe|remove|hide) {_THING}so (?:that )?(?:it|they) (?:\w+ )?(?:won't|doesn't|don't|can't|isn't|aren't|never) [^.!?\n]{{0,30}}?(?:come up|found|search|disclos\w+|released|caught)
    (?:say|tell (?:him|her|them|anyone)) (?:that )?we (?:never|don't|didn't) (?:held|hold|have|had|got|get|received|saw|kept|keep) (?:it|them|one|any|anything)
    if (?:anyone|anybody|someone|somebody|they|he|she|ofsted|the auditors?|the inspectors?|audit) asks?,? (?:just )?(?:say )?(?:we|you|i|it|he|she|they) (?:never (?:held|had|saw|received|got|sent|existed|happened|discussed|met)|know nothing|knew nothing|(?:was|were) there)
    if {_WATCHER} asks?,? (?:just )?(?:(?:say|tell them) (?:that )?(?:you|we|it|he|she|they) (?:had|never|didn't|was done|were)|(?:you|we) (?:had|never|didn't|saw nothing))
""")  # noqa: E501 - one phrase a line
_KEPT_QUIET = whole_any(rf"""
    (?:i|we)(?:'d| would) (?:much )?(?:rather|prefer it if) (?:this|it|that|you|we|nobody) (?:wasn't|weren't|isn't|didn't|don't|not) [^.!?\n]{{0,50}}?{_BODY}
    (?:keep|leave) (?:this|it|that|him|her|them|the \w+) (?:off|out of|away from) {_BODY}
""")  # noqa: E501 - one phrase a line
_UNVETTED = whole_any(rf"""
    {_VETTING} {_NOT_BACK}[^.!?\n]{{0,50}}?(?:,|but|and) (?:honestly |just |please |simply |still )*{_ANYWAY}
    whether [^.!?\n]{{0,12}}?{_VETTING} (?:is|are|has|have)[^.!?\n]{{0,20}}? or not
    the dbs (?:can|will) (?:follow|wait|catch up)
    (?:let|have|get) (?:\w+ ){{1,3}}?{_BEGIN}[^.!?\n]{{0,60}}?(?:(?:sort|do|chase|get|worry about|deal with|file|catch up on) (?:out )?{_VETTING} (?:out )?{_LATER}|{_VETTING} (?:can|will|to) (?:wait|follow|come|catch up))
    (?:let|have|get) (?:\w+ ){{1,3}}?{_BEGIN}[^.!?\n]{{0,40}}? (?:without|before) (?:waiting for )?(?:\w+ )?{_VETTING}
""")  # noqa: E501 - one phrase a line
PLAIN = (_WAIVED, _SPLIT, _PASSED_BY, _FALSIFIED, _MADE_AWAY, _KEPT_QUIET, _UNVETTED)
MAY_BE_PLAIN = Screen(PLAIN)

UNTOLD = whole_any(rf"""
    (?:don't|do not|let's not|better not|best not|rather not|rather you didn't|needn't|not to|dont) (?:ever |just |actually )?{_LOG} [^.!?\n]{{0,40}}?{_BODY}
""")  # noqa: E501 - one phrase a line
ANOTHER_WAY = whole_any(r"""
    already|twice|again|instead|by e-?mail|in an? e-?mail|over e-?mail|duplicate|yet|until|till
    unless|ring|use|directly
    (?:i|we|he|she|they)(?:'ve| have|'ll| will| shall|'m| am| has|'s)
    themselves|herself|himself|details|passwords?
    cc|initials|what to|how to|that you|belongs?|goes in|wait for|first|promise
""")
UNVERIFIED = whole_any(r"""
    (?:don't|do not|no need to|without|needn't) (?:bother |need to |have to |waste time )?(?:to )?(?:ring|ringing|call|calling|phone|phoning|contact|contacting)[^.!?\n]{0,30}?(?:verify|check|confirm|back)
    (?:don't|do not|no need to|without|needn't) (?:bother |need to |have to )?(?:verify|verifying|check|checking|confirm|confirming) (?:it|them|this|the|with|these|by)
""")  # noqa: E501 - one phrase a line
NEW_ACCOUNT = whole_any(r"""
    (?:new|chang(?:e|ed|es|ing)|updated|different|amended) (?:of )?(?:their |his |her |our |its |the )?(?:bank|account|payment)(?: account)? details
    bank details|pay [^.!?\n]{0,30}£|£[\d,]{5,}
    change(?:d)? (?:of |their |its |his |her )?bank(?:s| account)?|new (?:bank|account|sort code)|changed banks?
""")  # noqa: E501 - one phrase a line

PARTS = whole_any(r"""
    (?:sign|tick|mark|put|log|initial|fill|write|enter|date|record) [^.!?\n]{0,40}?(?:off )?as (?:done|complete|completed|checked|seen|tested|inspected|attended|present|passed|trained|read|received)
    (?:put|write|use|stick) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)|last \w+)(?: of \w+| \w+)? on (?:it|them|the \w+)
    date (?:it|them|each|each one|the \w+) (?:as |for |to )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)|last \w+|before|back)
    put [\w\x27\x{2019}-]+(?: \w+)? (?:name )?(?:down|on the (?:register|sheet|rota)) (?:as|for)
    (?:sign|initial) (?:it|them|the \w+) for (?:him|her|me|them)|fill in the (?:gaps|missing \w+)
    copy (?:last|the previous|the other) (?:\w+ )?(?:week|month|term|year)?'?s? ?(?:readings|temperatures|figures|checks|entries)
    (?:delete|destroy|shred|bin|lose|get rid of|wipe) (?:it|them|that|those|the \w+)
    (?:add|write|put) (?:it|them|the \w+) in (?:afterwards|now|later)
    just (?:tick|sign|date|approve|authorise|initial|mark|fill|change|guess|round) (?:the|it|them|yes|your|that|this|those)
    (?:date|change|guess|adjust|round up|lose|bump|tweak) (?:the|a few|a dozen|some|those|it|them)
    (?:push|wave|rush|nod) (?:it|them|this|everything|that) through
""")  # noqa: E501 - one phrase a line
COVER = whole_any(rf"""
    (?:nobody|no one|no-one|they never)(?:'s|'ll| will| is|'d)? (?:ever |really |going to )*(?:checks?|looks?|notices?|knows?|know any different|asks?|reads? (?:it|them)|been ill|been hurt)
    nobody (?:\w+ ){{1,4}}(?:ever )?(?:looks?|checks?|reads?) (?:at )?(?:it|them)
    even (?:though|if) {_SOMEBODY} (?:\w+ )?(?:didn't|wasn't|weren't|hasn't|haven't|hadn't|did not|was not)
    i know (?:it's|it is|it was|we|you|he|she|they) (?:the \d{{1,2}}(?:st|nd|rd|th)|didn't|wasn't|weren't|hasn't|haven't|hadn't|never|not)
    (?:whether|if) or not {_SOMEBODY} (?:did|was|were|has|have)|though (?:he|she|it|they|we) (?:wasn't|weren't|didn't)
    (?:to )?(?:make|makes|making|keep|keeps) (?:up )?(?:the|our) (?:ratios?|numbers|figures) (?:right|up|look|work|add up)
    can't find the (?:\w+ )?(?:sheets?|records?|log|certificates?|forms?)|so (?:that )?the (?:auditors?|inspectors?) (?:sees?|finds?|thinks?|don't|doesn't)
    doesn't show (?:us|me|him|her) in a good light|never (?:held|had|received|saw) it|(?:it|that) never happened
    between (?:you and me|ourselves)|keep (?:this|it) to yourself|nobody need (?:know|hear)
    (?:we|i|you|they)(?:'ll| can| will| could) (?:all )?(?:tidy|sort|square|backfill|fix|do|chase|make|invent|fill in|write) (?:up |out )?(?:the |a |that |his |her )?(?:paperwork|quotes|receipts?|dbs|dates?|signatures?|references?|checks?|audit)[^.!?\n]{{0,30}}?(?:later|afterwards|after|fit|once|when)
    (?:we|i)(?:'ll| can| will) (?:square|tidy) (?:it|that|them) (?:up )?(?:later|afterwards|after|with)
""")  # noqa: E501 - one phrase a line

FORBIDDEN_BEFORE = whole_any(r"""
    never|must not|mustn't|cannot|can't|can not|should not|shouldn't|not allowed|do not|don't|won't|will not|nobody
    no one|no-one|may not|forbidden|against the|wrong to|refus\w+|instead of|rather than|not to|didn't|did not
    wouldn't|would not|isn't|is not|not acceptable|without being|unable|couldn't|needn't|no need|doesn't|does not|not
    tempt\w*|prevent\w*|stop|avoid|caught|risk of|(?:why|how) did|nor|unless|rarely|hardly
    (?:asked|asks|asking|told|tells|wanted|wants|instructed|instructs|pressed|pressured|expected|tried|tries|allows?|allowed|encouraged|suggested|able|seemed)
    (?:he|she|they|who|which|staff|somebody|someone|people|some|anyone|anybody|others)
""")  # noqa: E501 - one phrase a line
TAUGHT = whole_any(r"""
    if (?:you(?:'re| are)|any ?one|some ?one|any ?body|somebody|a (?:\w+ )?(?:caller|manager|colleague)|they|your \w+) (?:ever )?(?:is |are |being )?(?:asks?|asked|tells?|told|says?|wants?|tries)(?: (?:you|us|me|them|to))
    scams?|fraud(?:ulent|sters?|ulently)|(?:is|are|be|of|commit\w*|suspected) fraud|red flags?|warning signs?|scenarios?|for example|case stud(?:y|ies)|criminals?|allegations?|alleged(?:ly)?
    (?:is|are|would be|was|it's) (?:an offence|a crime|unlawful|illegal|gross misconduct|a breach|wrong|not allowed|forbidden|unacceptable|dishonest|a disciplinary matter)
    training (?:slides?|exercise|quiz)|findings?|retention (?:schedule|policy|period)|in line with the|barred list check|supervised at all times
    please (?:tell|report|speak|stop|refuse|challenge)|whistle-?blow\w*|say no|test data|test environment|policy says
    (?:apologi[sz]e|sorry) (?:that|for)|(?:learnt|learned|lessons?|near miss)
""")  # noqa: E501 - one phrase a line
OPENS_A_QUESTION = any_of("am|are|is|may|should|do|does|did|have|has|why|what|how|when|who|would|must")
