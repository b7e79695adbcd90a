"""Does a text tell of an emergency that is happening?

A gas leak, a flood, a lockdown, a school that closes today; or any danger told together with what must not
be done, and that it is now. Drills, policies, plans, lessons, what might happen and what happened last year
are none. Words that are often used lightly (flood, lockdown, evacuate) need a sign that it is now.
"""

from app import linear
from app.checks.channels.over import is_over, without_assurance
from app.checks.words import whole_any

_GRAVE = whole_any(r"""
    gas leak
    smell of gas
    (?:carbon monoxide|chemical|fuel|oil) (?:leak|spill|alarm)
    bomb (?:threat|scare|alert)
    (?:there (?:is|are)|there's|about|of|planted|left|found) an? (?:\w+ )?(?:bomb|explosive|gunman|intruder)
    live (?:\w+ ){0,2}(?:cable|wire|rail)s?
    (?:power|overhead|electric(?:ity)?) (?:cable|line|wire)s? (?:is |are |has |have )?(?:come |blown )?down
    (?:bus|coach|minibus|train|tram|lorry|plane) (?:crash|(?:has |have )?(?:overturned|crashed|caught fire))
    dangerous dogs?
    toxic (?:smoke|fumes|gas|cloud)
    (?:allergen|food|product|allergy) recall
    suspicious (?:package|device|parcel|object)
    unexploded (?:bomb|device|ordnance)
    burst (?:water )?(?:main|mains|pipe)s?
    (?:intruder|armed (?:man|men|person|police|officers?|incident)|(?:man|woman|person|people|somebody|someone|boy|girl|youths?|parent|visitor) (?:with|holding|waving|carrying) an? (?:\w+ )?(?:knife|weapon|gun|machete))
    (?:is|are|been|gone|placed) (?:now |currently )?(?:in|into|under|on) (?:full |partial )?lock-?down
    critical incident
    major incident
    (?:missing|abducted) (?:child|pupil|student|boy|girl)
    (?:child|pupil|student|boy|girl) (?:is|has gone|has been reported|reported|went) missing
    (?:can't|cannot|can not) find (?:him|her)
""")  # noqa: E501 - one phrase a line
_LIGHT = whole_any(r"""
    evacuat(?:e|ed|ing|ion)
    lock(?:ed)?[ -]?down
    (?:flood|floods|flooded|flooding)
    (?:fire|explosion) (?:at|in|on|near) (?:the|our|a|\w+ (?:school|primary|academy|centre|site))
    on fire
    (?:is|are|has been|have been|will be|to be|had to|have to|must|remains?) (?:now |to )?(?:clos(?:ed|e)|shut) (?:\w+ ){0,3}(?:today|tomorrow|until further notice|immediately|with immediate effect|this (?:morning|afternoon))
    (?:clos(?:ed|ing|e|ure|ures)|shut(?:ting)?) (?:\w+ ){0,4}(?:due to|because of|owing to|as a result of|following) (?:\w+ ){0,4}(?:snow|ice|icy|weather|heating|boiler|water|flood\w*|fire|gas|power|electric\w*|leak|storm|structural|concrete|incident|outbreak|norovirus|damage)
    (?:emergency|unplanned|unexpected|sudden|immediate) closures?
    (?:school|site|nursery) closures? (?:today|tomorrow|this (?:morning|afternoon))
    (?:no|without|loss of|lost) (?:the )?(?:\w+ )?(?:heating|running water|water(?: supply)?|power|electricity|toilets)
    (?:heating|water|power|electricity|boiler) (?:supply )?(?:failure|has failed|outage|cut|is off|are off|has broken down)
    (?:school|schools|primary|academy|infants|juniors|nursery|college) will (?:be )?(?:closed?|shut) (?:\w+ ){0,2}(?:today|tomorrow|this (?:morning|afternoon))
    serious incident
    power cut
    fire (?:and smoke )?(?:at|in|on|near) (?:the|our|your|a|an) \w+
    (?:glass|metal|poison|lead|bacteria|e\.? ?coli|sewage) (?:\w+ ){0,3}in (?:the|a|an|your|our) (?:\w+ )?(?:food|lunch(?:es)?|batch|water|milk|supply|kitchen|tank)
    (?:do not|don't|stop|please stop) (?:drink(?:ing)?|serv(?:e|ing)|eat(?:ing)?|us(?:e|ing)) (?:\w+ ){0,2}(?:tap|taps|water|lunch|it|them|any|food|milk|flapjacks?)
    red (?:weather|wind|snow|rain|ice|storm|heat) warning
    (?:must|should|do) (?:not )?(?:open|close) (?:\w+ ){0,3}(?:until|today|at (?:noon|midday|once)|immediately|now)
    (?:danger|risk) to life
    (?:flue|boiler|gas (?:pipe|main|supply|appliance|cooker)|wiring|electrics|ceiling|roof|wall|chimney|lift|scaffold(?:ing)?|bridge|tree|mains|water supply) (?:is|are|has been|have been|has|have) (?:now |been |badly |dangerously |partly )*(?:unsafe|dangerous|cracked|leaking|live|exposed|collapsed|collapsing|come down|failed|contaminated|burnt|sparking|arcing)
    (?:cracked|leaking|blocked|unsafe|dangerous|faulty|condemned) (?:flue|boiler|gas (?:pipe|main|appliance|cooker)|wiring|ceiling|chimney)
    (?:asbestos|legionella|carbon monoxide|gas|chlorine|fumes) (?:has been |was |is |are |have been )?(?:found|released|disturbed|detected|escaping)
""")  # noqa: E501 - one phrase a line
_NOW = whole_any(r"""
    today|now|immediately|at once|right away|straight ?away|this (?:morning|afternoon|evening)|tonight|currently|at the moment|at present
    until further notice|urgent(?:ly)?|tomorrow|as i write|just been|has been|have been|is being|are being|has had to|have had to
    stay (?:away|inside|indoors)|keep (?:away|clear|pupils|children|everyone|all)|do not (?:travel|come|enter|leave|collect)
    at (?:noon|midday)|danger to life|right now|asap
    999|on (?:site|scene)|fire (?:and rescue )?service|the police|emergency services|evacuat(?:e|ing) (?:the|your|all)
""")  # noqa: E501 - one phrase a line
_NOT_REAL = whole_any(r"""
    drills?|practices?|practi[sc]e|exercises?|rehears\w+|polic(?:y|ies)|procedures?|plan(?:s|ning)?|training|templates?|simulat\w+
    guidance|test(?:s|ed|ing)?|toolkits?|e-?learning|course|workshop|webinar|briefing|checklist|protocols?|risk assessments?
    lessons?|topic|curriculum|book|novel|play|assembly|theme|history|world war|wartime|evacuees?|dunkirk|film|project|appeal
    in (?:the )?(?:event|case) of|if (?:there|you|a|an|the|your|it|we|any|pupils|schools)|should (?:there|a|an|you|your)|when (?:a|an|there)
    would|could|might|in future|prevent(?:ion)?|how to|what to do|prepar\w+|insurance|claims?|grant|funding|resilience|warden
    last (?:year|week|month|term|winter|summer|autumn|spring|\w+day)|previous|(?:covid|pandemic|during|since|after|post) (?:the )?lock-?down
    (?:first|second|third|national|covid|pandemic) lock-?down|covid\S*|pandemic
    flooded (?:fields?|pitch(?:es)?|playgrounds?|road|lane)|sports day|fixtures?|rained off
    flood(?:ed|ing|s)? (?:with|of|in|back|lights?|risk|defences?|plain)|alarm test|vacancy|nominations? clos\w+
    half[ -]term|holidays?|christmas|easter|summer|bank holiday|inset|end of term|weekend|early closing
    consultations?|survey|applications?|registration|portal|window|closing date|deadline|bookings?|polling
""")  # noqa: E501 - one phrase a line
_DANGER = whole_any(r"""
    smoke|toxic|fire|glass|legionella|asbestos|chemicals?|gas|fumes|leak(?:s|ing|ed)?|flood(?:s|ed|ing)?|sewage|contaminated|poison\w*|lead
    brakes?|collaps\w+|(?:come|came|coming|fall\w*) down|structural\w*|unsafe|danger(?:ous)?|live (?:wire|cable)|electrocut\w+|carbon monoxide
    wrong (?:strength|dose|dosage|medicine|batch|label\w*)|twice the (?:strength|dose)|peanuts?|nuts?|allerg\w+|recall(?:ed)?
    intruder|knife|weapon|gun|bomb|threat|dog|missing|lost|crying|injur\w+|bleeding|unconscious|ambulance|police
    (?:has|have|had|'s|'ve)? ?broken down|no (?:taxi|driver|bus|transport|escort|heating|water|power)|nobody can collect
""")  # noqa: E501 - one phrase a line
_STOP = whole_any(r"""
    (?:do not|don't|never|nobody is to|no one is to|stop|please stop) (?:let |anyone |any |all )?(?:\w+ )?(?:us(?:e|ing)|serv(?:e|ing)|drink(?:ing)?|eat(?:ing)?|board|open|enter|go|get|let|start|give|giving|approach|come|touch|leave|lunch)
    (?:nobody|no one|no (?:child|pupil|children|pupils)) (?:is|are|must|should|may) (?:to )?\w+
    shut (?:them|it|the|off|down|your|all)|turn (?:it|them|the \w+) off|tape|clear (?:it|the|your|everyone|them)|evacuate
    (?:everybody|everyone|all|children|pupils|them) (?:in|inside|indoors|out|away)
    (?:keep|hold|bring|get|take) (?:\w+ ){0,3}(?:in|inside|indoors|away|out|clear|off|until|there)
    (?:somebody|someone) (?:will |must |should )?(?:need|needs|has|must|wait|stay)\w*|we need (?:somebody|someone)|must stay with
""")  # noqa: E501 - one phrase a line
_AT_THIS_HOUR = whole_any(r"""
    today|now|immediately|at once|right away|straight ?away|this (?:morning|afternoon|evening|lunch ?time|minute)|tonight|at home time
    (?:within|in) (?:the|an|\w+) (?:next )?(?:half )?(?:hours?|minutes?)|just (?:rung|phoned|called|had|told|been)|on (?:my|its|their) way|under any circumstances
""")  # noqa: E501 - one phrase a line
_AROUND, _NEARBY, _WIDELY = 200, 45, 250
_MOST = 50


def find_emergency(own: str, *, is_light: bool = False) -> tuple[int, int] | None:
    """Where the first emergency is named, if one happens; by grave words alone where the mail `is_light`."""
    for pattern, needs_now in ((_GRAVE, False), (_LIGHT, True))[: 1 if is_light else 2]:
        for tried, match in enumerate(pattern.finditer(own)):
            if tried >= _MOST:
                break
            start, end = match.start(), match.end()
            sentence = _around(own, start, end, _AROUND)
            nearby = _around(own, start, end, _NEARBY)
            if _is_unreal(nearby) or (needs_now and not _NOW.search(sentence)):
                continue
            return start, end
    return None if is_light else _danger_now(own)


def _danger_now(own: str) -> tuple[int, int] | None:
    """Where a danger is told close to what must not be done, and that it is now: three signs make one."""
    for tried, match in enumerate(_DANGER.finditer(own)):
        if tried >= _MOST:
            break
        start, end = match.start(), match.end()
        widely = own[max(0, start - _WIDELY) : end + _WIDELY]
        if _is_unreal(_around(own, start, end, _NEARBY)):
            continue
        if _STOP.search(widely) and _AT_THIS_HOUR.search(widely) and not is_over(widely):
            return start, end
    return None


def _is_unreal(nearby: str) -> bool:
    return _NOT_REAL.search(without_assurance(nearby)) is not None


_BREAK = linear.compile(r"[.!?](?:\s|$)|\n")


def _around(own: str, start: int, end: int, reach: int) -> str:
    """The sentence around a place, at most `reach` characters on either side."""
    before = own[max(0, start - reach) : start]
    for match in _BREAK.finditer(before):
        at = match.end()
        before = " " * at + before[at:]
    after = own[end : end + reach]
    stop = _BREAK.search(after)
    return (before + own[start:end] + (after[: stop.start()] if stop else after)).strip()
