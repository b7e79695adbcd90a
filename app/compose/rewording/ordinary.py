"""Which words in capitals may be written small without losing a name?

Ordinary words of office mail. A word that is not here may be somebody's name, and a sentence in capitals
that holds one is left as it is.
"""

from app.checks.words import word_set

ORDINARY = word_set("""
    able about above absence absences absolutely abuse accent accept accompanied account accounts across
    action actually add addendum address adjustments adult advice after afternoon again against age agenda
    ago agree agreed agreement aids alarm all allegation alleged allergy along aloud already also always
    am amend an and annual another answer answered answers anxiety any anybody anyone anything anyway
    anywhere apart apology app apparently appeal applicants applications apply appointments approve
    approved are aren't arm arrangements arrived arrives as asap ask asked asking asks assault assembly
    assessment assessments assume asthma at attach attached attend attendance attended attention autumn
    available avoid aware away baby back background backs bacon bad bag bay be because bed been before
    began begins behalf behave behaviour behind being believe below best better between beyond big bin
    bins bit bite blank blind blue board body boiler book booked booking books both bother bothered bottom
    bought box boy boys brave break breakfast breaks briefing bring broke brother brought budget building
    bus but button by cake calendar call called calls calm came can can't candidate candidates cannot
    canteen car card careful carers caretaker carry case cases cash catch census cent central certainly
    certificate certificates chair chairs chance change changed changes charge chase chased chasing chat
    check checked checks chicken child children choice choose claim clarify class classes classroom
    classrooms clause clean cleaners cleaning clear clearly clerk clock close closed closes closing club
    cluster coach coat coding coffee colleague colleagues collect collected column come comes coming
    comments common company competent complain complaint complaints complete completed compliance concern
    concerned concerns condition confidential confirm confirmation confirmed consent consequences consider
    consultation contact content continue contract contractor cook cooperate copied copies copy correct
    corrected correctly corridor cost could couldn't count counted country course courteous cousin cover
    cow crime cross cupboard cut dads daily damp date dates day days dead deadline deadlines deal decide
    decided decision deficit degrees delay delayed delete depot desk desks details diabetes diagnosis did
    didn't died difficult dinner directly disabled disappointed discuss disgrace disgraceful disgusting do
    doctor document documents does doesn't dog doing don't done door doors doubt down draft drawer dress
    drill drive driver drivers drives drop dry due duty each earlier early easy eat eaten egg eight either
    election eleven else email emailed emails ending ends engineer enhanced enough ensure entire entirely
    epilepsy errors essential even evening evenings ever every everybody everyone everything evidence
    exactly exam except exclusion exclusions excuse excuses expect expected explain extra extremely eye
    eyes failed failing failure faithfully families family far fat father fault fed feedback feel few
    fewer field fifty figure figures file files fill final finance find finds fine finish finished fire
    firm first fit five fixed flat folder follow following follows food for forecast forgot forgotten form
    formal former forms forty forward found four fourteen fourth frankly free friend friends frightened
    from front full fully fund furious further gang gap gaps gate gates gave get gets getting girl girls
    give given gives glad go goes going gone good goods got governing governors grade grandmother ground
    group groups grown guess guidance had hadn't hair half hand handed hands happen happened happens happy
    hard hardly harm has hasn't have haven't having he he's head heads headteacher headteachers hear heard
    hearing heart held help helped helps her here hi him himself hire his hold holding holiday home
    homework hospital hot hour hours household how however hundred hurt husband i'd i'll i'm i've if
    ignore ignored ignoring illness immediate immediately important in incident including incomplete
    incorrect independent information inside instead instruction instructions intend interest interested
    interpreter interview into intranet invite invited invoice invoices involved is isn't issue it it's
    item items its itself job join jumper just keep kept kettle key keys kids kill kind kindly kitchen
    knife know known knows ladder lads language last late lateness later latest law leads leaflets least
    leave leaves ledger left less lesson lessons let let's letter letters lice life lift like liked likes
    limit line link linked list listen listening little live lives livid lock locked log long longer look
    looked looking looks lose lost lot loud love lovely lower luck lunch lunchtime machine made main make
    making man manage managed managers mandatory many map marked marking married maternity matter may me
    meal meals mean means meant meantime medical medicine meet meeting meetings meets member members men
    mental mention mess messages metres midnight might milk mind mine minibus minute minutes missed
    missing mistake money month months more morning mornings most mother move moved moves moving much mug
    mugs mums must my nails name named names near nearly necessary need needed needs neglect neither
    network never new next night nine no nobody non none nonsense noon not note notes nothing notice now
    nowhere number numbers numerous nurse obviously of off offer offered office offices often old older on
    once one ones online only open opened opens operation or order other others otherwise ought our out
    outcome outside outstanding over overdue own packed page pages paid panel paper papers paperwork
    parent parents park parking part particularly pass passed password past pastoral patience patient pay
    paying payment pen penalty pencil people per perfectly period permanent permission person personal
    phone phones phonics photo photocopier photograph photographs pick pictures piece pile pity place
    placed places plan plans playground please plug point points police policies policy polling poor pop
    portal possible post posted posters posts preference premium present press print printer private
    problem procedure procedures process processed professional progress promised properly propose
    protected protocol proud proved provided provision public published punctual pupil pupils put putting
    question questions queue quick quickly quiet quietly quite quote quotes rain raise raised ran rang
    rather reach reached read reader reading ready real really reason reasons receipt receive received
    receiving reception record recorded records red refer reference referral refuge refuse regards
    register registers regular relationships release remain remember remind reminder reminders repeat
    repeated repeatedly replies reply report reported reporting reports representative request require
    required requirement respect respond responding response responsible rest results return returned
    returning review ridiculous right ring risk roll roof room rooms rota round route rude rule rules run
    rung running runs sad safe said same sandwiches sat save saved saw say saying says schools science
    scored scores scoring screen second section see seems seen send sender sending senior sense sent
    seriously served session sessions set sets seven several sex shall shambles shame share shared she
    she's sheet shelf shift shoes shop should shouldn't shouted show shower shown shows shut shuts sick
    sickness side sign signature signed silence simple simply since sincerely single sink sister sit site
    sits six sixty skip slides slip sloppy slow small smaller so sofa some somebody someone something
    sorry sort spaces spare speak speaks special speech spend spent spoken sports spotted spreadsheet
    spring staff staffroom stairs stand standard standing stands start starts statement statements stay
    stayed step still stood stop stopped stopping store straight strictly stupid subject submission submit
    submitted such suggest sum summary summer supervisors supply supposed sure surgery survey suspended
    suspensions swap system table tables take taken takes taking talk taught taxi tea teacher teachers
    teaching tears teeth telephone tell telling tells temperature ten tend term terms test text than thank
    thanks that that's the their them themselves then there there's these they they're they've thing
    things think thinks third thirty this those though thought three through ticket tickets tidy til till
    time times timetable tired to today together toilets told tomorrow tone tonight too took top totally
    towards trade trail trained training transfer tray treated trip trouble trousers true try trying turn
    twelve twenty twice two typed unable unacceptable unauthorised under understand understood unhappy
    uniform union unless unlocked untidy until up update upheld uphold upload upset urgent urgently us use
    used useless usual utterly vegan version very video views visit visitor visits voice vote voucher wait
    waiting walk walking wall want wants warm warning was washing wasn't waste wasted wasting way we we'll
    we're we've wear website week weekend weekly weeks welcome well went were weren't wet what what's
    whatever whatsoever wheelchair when where whether which while white who who's whoever whole whose why
    wife will willing window windows winter wish wishes with within without woman women won won't wonder
    word words work worked working works worried worries worry worst worth would wouldn't write writes
    writing written wrong wrote year years yes yesterday yet you you'd you'll you're you've your yours
    yourself yourselves
""")
