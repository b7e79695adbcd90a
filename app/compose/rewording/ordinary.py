"""Which words in capitals may be written small without losing a name?

Ordinary words of office mail. A word that is not here may be somebody's name, and a sentence in capitals
that holds one is left as it is.
"""

from app.checks.words import word_set

ORDINARY = word_set("""
    able about above absence absences absolutely abuse accent accept accompanied account accounts across
    action actually add addendum address adjustments adult advice after afternoon again against age agenda
    ago agree agreed agreement aids alarm all allegation alleged allergy along aloud already also always
    am amazed amend an and angry annual another answer answered answering answers anxiety any anybody
    anyone anything anyway anywhere apart apology app appalled appalling apparently appeal applicants
    applications apply appointments approve approved are aren't arm arrangements arrived arrives as asap
    ask asked asking asks assault assembly assessment assessments assistant assume asthma astonished at
    attach attached attend attendance attended attention autumn available avoid aware away baby back
    background backs bacon bad bag bay be because bed been before began begins behalf behave behaviour
    behind being believe below best better between beyond big bin bins bit bite blank blind blue board
    body boiler book booked booking books both bother bothered bottom bought box boy boys brave break
    breakfast breaks briefing bring broke brother brought budget building bus but button by cake calendar
    call called calls calm came can can't candidate candidates cannot canteen car card careful carers
    caretaker carry case cases cash catch census cent central certainly certificate certificates chair
    chairs chance change changed changes charge chase chased chasing chat check checked checks chicken
    child children choice choose claim claims clarify class classes classroom classrooms clause clean
    cleaners cleaning clear clearing clearly clerk clock close closed closes closing club cluster coach
    coat coding coffee colleague colleagues collect collected college column come comes coming comments
    common company competent complain complaint complaints complete completed compliance concern concerned
    concerns condition confidential confirm confirmation confirmed consent consequences consider
    consultation contact content continue contract contractor cook cooperate copied copies copy correct
    corrected correctly corridor cost could couldn't council count counted country course courteous cousin
    cover cow crime cross cup cupboard cups cut dads daily damp data date dates day days dead deadline
    deadlines deal decide decided decision deficit degrees delay delayed delete delivery department depot
    desk desks details diabetes diagnosis diary did didn't died difficult dinner directly director
    disabled disappointed discuss disgrace disgraceful disgusted disgusting dishes do doctor document
    documents does doesn't dog doing don't done door doors doubt down draft drawer dress drill drive
    driver drivers drives drop dry due duty each earlier early easy eat eaten egg eight either election
    eleven else email emailed emails ending ends engineer enhanced enough enraged ensure entire entirely
    epilepsy errors essential even evening evenings ever every everybody everyone everything evidence
    exactly exam exasperated except exclusion exclusions excuse excuses exit expect expected explain extra
    extremely eye eyes failed failing failure faithfully families family far farce fat father fault fed
    feedback feel few fewer field fifty figure figures file files fill final finance find finds fine
    finish finished fire firm first fit five fixed flat folder follow following follows food for forecast
    forgot forgotten form formal former forms forty forward found four fourteen fourth frankly free fridge
    friend friends frightened from front frustrated full fully fuming fund furious further gang gap gaps
    gate gates gave genuinely get gets getting girl girls give given gives giving glad go goes going gone
    good goods got governing governor governors grade grandmother ground group groups grown guess guidance
    had hadn't hair half hall hand handed hands happen happened happens happy hard hardly harm has hasn't
    have haven't having he he's head heads headteacher headteachers hear heard hearing heart heating held
    help helped helps her here hi him himself hire his hold holding holiday home homework horrified
    hospital hot hour hours household how however hundred hurt husband i'd i'll i'm i've if ignore ignored
    ignoring illness immediate immediately important in incensed incident including incomplete incorrect
    incredible independent inexcusable information infuriated inside instead instruction instructions
    insulting intend interest interested interpreter interview into intolerable intranet invite invited
    invoice invoices involved is isn't issue it it's item items its itself job join joke jumper just keep
    keeping kept kettle key keys kids kill kind kindly kitchen knife know knowing known knows ladder lads
    language laptop last late lateness later latest law leads leaflets least leave leaves leaving ledger
    left less lesson lessons let let's letter letters library lice life lift light lights like liked likes
    limit line link linked list listen listening literally little live lives livid lock locked locking log
    long longer look looked looking looks lose lost lot loud love lovely lower luck ludicrous lunch
    lunchtime machine made main make making man manage managed manager managers mandatory many map marked
    marking married maternity matter may me meal meals mean means meant meantime medical medicine meet
    meeting meetings meets member members men mental mention mess messages metres microwave midnight might
    milk mind mine minibus minute minutes missed missing mistake money month months more morning mornings
    most mother move moved moves moving much mug mugs mums must my nails name named names near nearly
    necessary need needed needs neglect neither network never new next night nine no nobody non none
    nonsense noon not note notes nothing notice now nowhere number numbers numerous nurse nursery
    obviously of off offensive offer offered office officer offices often old older on once one ones
    online only open opened opening opens operation or order orders other others otherwise ought our out
    outcome outrage outraged outrageous outside outstanding over overdue own packed page pages paid panel
    paper papers paperwork parent parents park parking part particularly pass passed password past
    pastoral pathetic patience patient pay paying payment payroll pen penalty pencil people per perfectly
    period permanent permission person personal phone phones phonics photo photocopier photograph
    photographs pick pictures piece pile pity place placed places plan plans playground please plug point
    points police policies policy polling poor pop portal possible post posted posters posts preference
    premium present press print printer private problem procedure procedures process processed
    professional progress promised properly propose protected protocol proud proved provided provision
    public published punctual pupil pupils put putting question questions queue quick quickly quiet
    quietly quite quote quotes rain raise raised ran rang rather reach reached read reader reading ready
    real really reason reasons receipt receive received receiving reception record recorded records red
    refer reference referral refuge refuse regards register registers regular relationships release remain
    remember remind reminder reminders repeat repeated repeatedly replies reply report reported reporting
    reports representative request require required requirement respect respond responding response
    responsible rest results return returned returning returns review ridiculous right ring ringing risk
    road roll roof room rooms rota round route rubbish rude rule rules run rung running runs sad safe said
    same sandwiches sat save saved saw say saying says scandal scandalous school schools science scored
    scores scoring screen second secretary section see seems seen seething send sender sending sends
    senior sense sent seriously served service services session sessions set sets seven several sex shall
    shambles shame shameful share shared sharing she she's sheet shelf shift shocking shoes shop should
    shouldn't shouted show shower shown shows shut shuts sick sickness side sign signature signed silence
    simple simply since sincerely single sink sister sit site sits six sixty skip slides slip sloppy slow
    small smaller so sofa some somebody someone something sorry sort sorting spaces spare speak speaks
    special speech spend spent spoken sports spotted spreadsheet spring staff staffroom staggering stairs
    stand standard standing stands stapler start starts statement statements stay stayed step still stood
    stop stopped stopping store straight strictly stupid subject submission submit submitted such suggest
    sum summary summer supervisors supply supposed sure surgery survey suspended suspensions swap system
    table tables take taken takes taking talk talking taught taxi tea teacher teachers teaching team tears
    teeth telephone tell telling tells temperature ten tend term terms test text than thank thanks that
    that's the their them themselves then there there's these they they're they've thing things think
    thinks third thirty this those though thought three through ticket tickets tidy til till time times
    timetable tired to today together toilet toilets told tomorrow tone tonight too took top totally
    towards trade trail trained training transfer tray treated trip trouble trousers true trust try trying
    turn turning twelve twenty twice two typed unable unacceptable unauthorised unbelievable under
    understand understood unhappy uniform union unless unlocked untidy until up update upheld uphold
    upload upset urgent urgently us use used useless using usual utterly vegan version very video views
    visit visitor visits voice vote voucher wait waiting walk walking wall want wants warm warning was
    washing wasn't waste wasted wasting way we we'll we're we've wear website week weekend weekly weeks
    welcome well went were weren't wet what what's whatever whatsoever wheelchair when where whether which
    while white who who's whoever whole whose why wife will willing window windows winter wish wishes with
    within without woman women won won't wonder word words work worked working works worried worries worry
    worst worth would wouldn't write writes writing written wrong wrote year years yes yesterday yet you
    you'd you'll you're you've your yours yourself yourselves
""")
