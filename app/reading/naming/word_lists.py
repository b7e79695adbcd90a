"""Which words are titles, which are names as well as words, and which only look like names?"""


def word_set(words: str) -> frozenset[str]:
    """Words separated by white space."""
    return frozenset(words.split())


TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady cllr councillor canon fr pc
    dc ds sgt madam mme sra sr
    """
)
PARTICLES = word_set(
    """
    de da do dos das del della di du la le van von der den ter al el bin bint ibn ap ab ul ur
    """
)
WORD_NAMES = word_set(
    """
    jan will mark may grace hope faith joy rose page young bishop king short precious blessing angel
    christian april june summer dawn eve iris ivy lily daisy poppy violet olive heather hazel holly
    jasmine fern willow sky skye star ruby pearl amber jade crystal gemma jack bill bob rob pat sue drew
    grant miles dean earl duke prince noble constant patience prudence charity mercy verity felicity
    comfort destiny trinity genesis harmony melody carol dolly peg penny ginger rusty rich frank gene
    guy jay robin martin rocky cliff glen dale heath reed reid clay sandy stormy river ocean rain autumn
    wren mason carter cooper taylor tanner hunter archer parker porter fisher miller smith baker cook
    ward hall wood woods hill field green brown black white gray grey long little small bright sharp
    swift love loving moon major marshall savage gay cox cocks dick christy mercedes chase buck bud gift
    goodness success happiness godly godwin wisdom promise favour praise peace justice sunday monday
    friday innocent lucky marvellous talent beauty honest pretty memory trust beloved art norm stew
    sally jo ray rod les don des tom jerry harry josh kit kitty max basil rosemary ted ned ed al ali
    alma anna ben ken kay butler singer walker day best ball bell bird bush cross england french ireland
    scott norman noon payne pope rice sage snow stone storm wells west north nelson weekes rainbow unity
    honor honour amity clement constance pacific bella cherry coral opal aurora phoenix raven robyn
    ember meadow clover primrose blossom bluebell marigold pansy petal zinnia ash aspen birch briar
    cedar linden rowan saffron thyme pepper honey candy brandy sherry merry bunny birdie dove lark finch
    heron falcon hawk wolf fox bear lion tiger comet galaxy luna nova cosmo eden haven heaven neveah
    zion temperance liberty valour valor victory triumph glory gloria blessed favoured favor divine
    royal royalty queen queenie princess baron sultan majesty treasure diamond emerald sapphire topaz
    garnet onyx jewel goldie goldy flint cherish treasured witness wonder miracle marvel privilege
    testimony providence redemption salvation glorious perfection loveness lovemore givemore learnmore
    takemore trymore nomatter godknows goodluck godspower godsgift givenchy sunshine dusty woody sonny
    buddy skip ace chance wade brook brooke heathcliff garth colt dash dell rudy rowdy lance pierce
    spike gage sterling earnest noel psalm gospel exodus messiah saint angelic serenity serene bliss
    concord modesty obedience humility fidelity devotion fortune charm sweetie clarity sincerity solomon
    tyler sawyer piper harper skylar scout ranger rider gunner thatcher fletcher delta echo jazz lyric
    cadence aria viola harp sonnet poet bard flora fauna florence india paris chelsea sydney savannah
    carolina dakota montana madison brooklyn lincoln jackson
    """
)
"""Ordinary words that people are called by."""
FIRST_NAMES = word_set(
    """
    adam adrian aidan alan albert alec alex alexander alexandra alfie alfred alice alison amanda amelia
    amy andrea andrew andy angela ann anne annie anthony antonia arthur ashley barbara barry becky ben
    benjamin bernard beth betty beverley bobby brenda brian bridget bruce callum cameron carl caroline
    catherine cathy chantelle charles charlie charlotte cheryl chloe chris christina christine
    christopher cindy claire clare colin connor craig cynthia damian daniel danny darren dave david dawn
    dean debbie deborah debra denise dennis derek diana diane dominic donald donna doreen dorothy
    douglas duncan dylan edith edward edwin eileen elaine eleanor elizabeth ella ellen ellie emily emma
    eric erica ethan eva evelyn fiona frances frank fred freddie gail gareth gary gavin geoff geoffrey
    george georgia georgina gerald gerard gillian gina gladys glenn gordon graham greg gregory gwen
    hannah harriet harry helen henry hilary howard hugh ian irene isabel isabella isla isobel jack
    jackie jacob jacqueline jake james jamie jane janet janice jason jayne jean jeff jenna jennifer
    jenny jeremy jessica jill jim jimmy joan joanna joanne joe joel john johnny jon jonathan jordan
    joseph joshua joyce judith julia julian julie justin karen kate katherine kathleen kathryn katie
    keith kelly kenneth kerry kevin kieran kim kimberly kirsty kyle laura lauren lawrence leah leanne
    lee leo leon leslie lewis liam linda lindsay lisa liz lizzie lorna lorraine louis louise lucas lucy
    luke lynn lynne maggie malcolm mandy marcus margaret maria marian marie marilyn marion martha martin
    mary matthew maureen maurice max megan melanie melissa mia michael michelle mick mike mohammed
    muhammad mohamed molly monica morgan nancy naomi natalie natasha nathan neil nicholas nick nicky
    nicola nigel noah oliver olivia oscar owen pam pamela patricia patrick paul paula pauline peter phil
    philip philippa phillip rachel ralph raymond rebecca rhys richard rita robert robin roger ron ronald
    rory rosie ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sharon
    shaun sheila shirley sian simon sophia sophie stacey stanley stella stephanie stephen steve steven
    stewart stuart susan suzanne sylvia tara teresa terry theo theresa thomas tim timothy tina toby todd
    tony tracey tracy trevor valerie vanessa vera veronica vicky victor victoria vince vincent virginia
    vivian wayne wendy wesley william yvonne zach zoe
    """
)
"""Common first names that dictionaries list among the words."""
NOT_NAMES = word_set(
    """
    eid vaisakhi baisakhi diwali ramadan hanukkah chanukah navratri nowruz purim pesach kippur
    kooth edulink parentpay parentmail classdojo schoolcomms myconcern wonde satchel seesaw weduc
    studybugs groupcall capita microlibrarian makaton prevent tannoy mwahaha haha hahaha mom mommy amen
    hooray hoorah tks ph maam workforce development strategy inclusion communications housing benefits
    revenues licensing planning transport catering property payroll legal democratic registration
    electoral environmental waste highways libraries leisure culture procurement audit governance
    improvement standards attendance admissions safeguarding unit division directorate section branch
    desk helpdesk hub network panel project programme support executive secretary judge law counsel
    analyst president vice account producer adviser advisor inspector engineer technician consultant
    specialist planner surveyor warden caretaker cleaner worker police rep union neu nasuwt unison
    better correction corrections cordially yo thanx thx attn attention per very much lot lots loads ya
    yall congratulations congrats sorry welcome good great fine sounds looks nice love tomorow ysgol
    nursery ta wishes warmly kindly fondly hugs all everyone everybody anyone both team teams colleague
    colleagues folks guys friends friend members member parent parents carer carers guardian guardians
    family families governor governors trustee trustees head heads headteacher headteachers principal
    principals leader leaders manager managers lead leads staff school schools partner partners resident
    residents student students pupil pupils child children ladies gentlemen sirs madam sir applicant
    applicants customer customers supplier suppliers provider providers volunteer volunteers senco
    sencos sendco sendcos dsl dsls chair chairs clerk clerks bursar bursars teacher teachers coordinator
    coordinators administrator administrators officer officers editor councillor councillors year class
    form there again mum dad mummy daddy nan gran grandma grandad sister brother son daughter auntie
    aunt uncle thanks thank regards cheers best kind many yours sincerely faithfully please hello hi
    dear hey morning afternoon evening note fyi asap ps nb re fw fwd sent from to cc bcc subject date
    attachments monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december mon tue tues wed thu thur thurs fri sat sun
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter easter christmas term
    today tomorrow yesterday office council academy college primary secondary infant infants junior
    juniors trust church ofsted dfe send sen ehcp dbs hr it gdpr ict arbor sims bromcom english maths
    science history geography microsoft word excel outlook access windows sharepoint google zoom i we
    you he she they the a an this that these those my our your his her their and or but if when where
    what who why how no yes ok okay reception service services department dept group director deputy
    assistant senior finance data admin iphone ipad android blackberry samsung mobile phone tel
    telephone email address confidential is are was were has have had can could would must not does did
    am be for with of on at as so agenda minutes actions present apologies item items time venue
    location reason total girls boys lads mums dads grandparents professional professionals neighbour
    neighbours valued lovely hun mate pal reader readers recipient recipients owner occupier user users
    supporter supporters householder householders landlord landlords tenant tenants contractor
    contractors bidder bidders employee employees employer candidate candidates committee board delegate
    delegates attendee attendees visitor visitors however unfortunately also firstly secondly finally
    lastly further furthermore meanwhile hopefully apparently just well then now lunch break assembly
    interval playground canteen kitchen hall gym library nana nanna grandpa grandmother grandfather
    granny mam mama papa step stepdad stepmum foster baby god santa
    """
)
"""Words that stand where names stand, and are none."""
NEVER_NAMES = NOT_NAMES - WORD_NAMES
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
ACRONYMS = word_set(
    """
    ctf plr aob dpo foi sar laestab urn upn uln ncc sao nqt naht ascl cme ehe nee lingua mis gdpr ofsted
    camhs sencos gcse btec ppa cpoms sims vle mfl ks1 ks2 eyfs cafcass pat pep cpd lac cla taf tac icpc
    salt ot ep slt ta ect eal sen dsl lado mash hod hoy smt ks pta psa cin cp rep neet nhs gp ni hr it
    ict dfe la mat pan sats fsm pp pe re dt rse pshe rota rsvp tbc asap fao eta ne
    """
)
NO_SURNAMES = word_set(
    """
    cottage bank award card cards centre circle club clubs community concert conference court day days
    debate duty event events exam exams evening fair fest festival fields fund garden gardens group
    groups half health holiday holidays house houses hub invoice lesson lessons list lists lounge lunch
    map meeting menu morning newsletter night notes number numbers paper party phase plan plans play
    policy pool programme project provision rate reading region report room rooms scheme schemes service
    services session sessions show sports stage street suite table talk tea test tests theatre time
    times timetable tour tree trees trip trips view walk ward way week weekend work world zone lodge
    high lion inn beach park parks band choir camp college england britain kingdom valley bay city
    """
)
"""Words that end the names of places, bodies and events, and are nobody's surname."""
GIVEN_TOO = word_set(
    "an sen lovely love nana papa mama baby welcome winter spring autumn easter christmas he she you so do yo"
)
"""Words that stand where names stand, and yet are first names: the network tells which."""
BORROWED_WORDS = word_set(
    """
    a apres attache blase brulee cafe canape chateau cliche communique consomme cortege creche creme debacle
    decor deja detour divorcee eclair elite emigre entree epee etude expose facade fete fiance fiancee
    matinee melee naive nee noel passe pate premiere protege protegee puree regime resume risque role
    saute seance soiree tete touche
    """
)
"""Words of the dictionary that may be written with accents."""
PEOPLE = (
    r"(?:pupil|student|child|boy|girl|toddler|son|daughter|brother|sister|twin|cousin|niece|nephew|grandson"
    r"|granddaughter|stepson|stepdaughter|mum|mother|dad|father|wife|husband|carer|tutor|mentor|teacher"
    r"|assistant|headteacher|SENCO|caretaker|cleaner|cook|nurse|neighbour|colleague|friend|investigator"
    r"|witness|applicant|candidate|trainee|apprentice|receptionist|driver|worker|governor|clerk|technician"
    r"|bursar|escort|supervisor|lad|lady|man|woman)"
)
"""A pattern for what a person is to somebody, or does."""
