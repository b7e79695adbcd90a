"""Is the person who is greeted somebody other than the owner of this mailbox?

Only a mailbox that clearly shows a person's name can disagree: office@, site@, mum of somebody, a group, a
school's name or bare initials never do. Nicknames, initials, accents, hyphens and either order of names
agree.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from app import linear
from app.checks.words import word_set
from app.domain.draft import Mailbox

_SHARED = word_set("""
    office admin administrator enquiries enquiry info mail head headteacher principal reception school
    schools bursar finance senco sendco secretary contact council team support services service help
    helpdesk noreply governors governor clerk chair hr payroll safeguarding dsl attendance admissions
    census data it ict email post general staff manager business education academy primary secondary
    nursery infant junior college trust church saint st ce rc community high grammar special federation
    department dept group list all the of and for children families parent parents family carer business
    director officer press media library sales accounts account invoices orders marketing hello
    communications comms news newsletter bulletin desk hub centre center unit county district borough
    city town my home house consultancy ltd limited plc uk user test mailbox shared
""")
_ROLES = word_set("""
    site caretaker premises cleaners cleaning kitchen catering cover timetable exams exam year class
    welfare nurse pastoral inclusion transport estates facilities lettings bookings booking technician
    librarian deputy assistant teacher teachers teaching tutor tutors lead leads coordinator receptionist
    registrar dpo pa exec executive ceo cfo coo treasurer pta fpta committee editor webmaster web orders
    purchasing procurement legal planning housing reprographics trips visits uniform breakfast club clubs
    afterschool wraparound eyfs safer officers advisers adviser consultant mum mums mummy mam mom mother
    dad dads daddy father nan nana nanny gran granny grandma grandad mrandmrs household
    room rooms worker workers holder holders planner planners graduate apprentice trainee playgroup playgroups
    nurseries print printing budget budgets social support duty desk advice depot warden wardens ranger
    rangers inspector engineer engineers surveyor surveyors solicitor solicitors lawyer lawyers auditor
    auditors analyst archivist archives museum gallery events event volunteer volunteers member members
    trustee trustees secretariat assembly panel forum society association network project projects
    programme programmes unit units works workshop stores shop cafe leisure sport sports
    waste recycling highways licensing registrars elections electoral benefits revenues tax audit
    insurance risk policy strategy performance research training learning development recruitment jobs
    careers appeals complaints feedback foi records archive cases referral referrals triage
    intake assessment foster fostering adoption respite outreach therapy therapist psychologist speech
    counsellor mentor mentors tutor playworker keyworker foreman fleet drivers lifeguard
    lifeguards crew ticket tickets tour tours guide guides
""")
"""What a mailbox is for, or whose mother it is: no name, and with one the mailbox may be anybody's."""
_TITLES = word_set(
    "mr mrs ms miss mx dr prof professor rev reverend sir dame cllr councillor lord lady fr canon"
)
_NICKNAMES = """
    andrew andy drew
    anthony tony ant
    alexander alexandra alex sandy sasha lexi xander alexa
    elizabeth liz lizzie beth betty eliza libby lisa elisabeth
    william will bill billy liam
    robert rob bob bobby bert
    richard rick dick rich ricky
    james jim jimmy jamie
    john jack johnny jon
    jonathan jon jonny
    margaret maggie meg peggy marge greta
    catherine katherine kathryn cathy kathy kate katie cath kat kitty katharine
    thomas tom tommy
    michael mike mick mickey
    christopher chris kit
    christine christina chris tina chrissie
    nicholas nick nicky nico
    nicola nicky nikki nic
    patricia pat trish tricia patsy
    patrick pat paddy
    susan sue susie suzanne suzie susanna
    deborah deb debbie debra
    jennifer jen jenny
    rebecca becky becca bex
    samuel samantha sam sammy
    stephen steven steve stevie stephanie steph
    matthew matt matty
    daniel dan danny danielle dani
    david dave davey
    edward ed eddie ted ned teddy
    joseph joe joey
    josephine jo josie
    joanna joanne jo joan
    victoria vicky vic tori vikki
    timothy tim timmy
    gregory greg
    geoffrey jeffrey geoff jeff
    gerald gerard gerry jerry
    lawrence laurence larry laurie loz
    philip phillip phil pip philippa pippa
    peter pete
    benjamin ben benji
    frances francis fran frankie frank francesca
    charles charlie chas chuck charlotte lottie
    henry harry hal harriet hattie harold
    abigail abi abby gail
    amanda mandy
    barbara barb babs
    caroline carol carrie caz carolyn
    eleanor ellie nell nora elle helen ellen
    theresa teresa terri tess terry terence
    judith judy jude
    jacqueline jackie jacqui
    kimberley kim
    madeleine maddie
    natalie nat natasha tash
    olivia liv livvy
    penelope penny
    sarah sally sara sadie
    valerie val
    zachary zac zak
    ronald ron ronnie veronica
    raymond ray
    kenneth ken kenny
    leonard len lenny leo
    lucinda lucy lou louise louisa
    mohammed muhammad mohamed mohammad mo
    simon si
    douglas doug
    donald don
    russell russ
    graham graeme
    alan allan allen al
    albert al bert alfred alf alfie fred frederick freddie
    isabel isabelle isobel izzy bella
    gillian jill gill
    hilary hil
    imogen immy
    jessica jess jessie
    katrina kat trina
    leslie lesley les
    maureen mo
    melanie mel melissa
    pamela pam
    rosemary rose rosie
    sophie sophia soph
    tabitha tabby
    vincent vince vinny
    winifred win winnie
    yvonne evie eve evelyn
    zoe zo
    georgina georgia george georgie
    gabriel gabrielle gabby gabi
    dominic dom
    angela angie ange
    antonia toni
"""
_PART = linear.compile(r"[a-z]+")
_INITIAL = 1
_SHORTEST = 3
_CLOSE = 0.8
_LONGEST = 120


def _classes() -> Mapping[str, frozenset[int]]:
    """Each name with the numbers of the rows it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_NICKNAMES.strip().splitlines()):
        for name in row.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(rows) for name, rows in found.items()}


_SAME = _classes()


def is_somebody_else(mailbox: Mailbox, whom: str, names: Sequence[str]) -> bool:
    """Whether `mailbox` clearly belongs to a person, and none of the `names` in `whom` is theirs."""
    owner = _owner(mailbox)
    greeted = [part for name in names for part in _parts(name) if len(part) > _INITIAL]
    if not owner or not greeted or any(part in _SHARED for part in (*owner, *greeted)):
        return False
    if any(part in _ROLES for part in owner):
        return False
    has_title = any(part in _TITLES for part in _parts(whom))
    if not has_title and all(part in _ROLES for part in greeted):
        return False
    if any(_agrees(part, owner, has_title) for part in greeted):
        return False
    shows_both = any(len(_full(source)) > 1 for source in _sources(mailbox))
    shows_first = len(_full(owner)) > 1 and any(part in _SAME for part in owner)
    return shows_both or shows_first or (has_title and len(owner) > 1)


def _owner(mailbox: Mailbox) -> tuple[str, ...]:
    """The parts of the name that the mailbox shows, from its display name and its address."""
    parts = (part for source in _sources(mailbox) for part in source)
    return tuple(dict.fromkeys(parts))


def _sources(mailbox: Mailbox) -> tuple[list[str], list[str]]:
    """The parts of the display name, and of the address; two lone words of a kind make no person's name."""
    shown = "" if "@" in mailbox.name else mailbox.name.partition("(")[0]
    local = mailbox.address.rpartition("@")[0]
    shown_parts, local_parts = (
        [part for part in _parts(words) if part not in _TITLES] for words in (shown, local)
    )
    return shown_parts, local_parts


def _full(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if len(part) > _INITIAL]


def _parts(words: str) -> list[str]:
    """The words of a name in plain small letters; nothing of a name in another script."""
    plain = unicodedata.normalize("NFKD", words[:_LONGEST]).casefold()
    return list(_PART.findall("".join(c for c in plain if not unicodedata.combining(c))))


def _agrees(part: str, owner: Sequence[str], has_title: bool) -> bool:
    if len(part) >= _SHORTEST and part in "".join(owner):
        return True
    if not has_title and any(len(other) == _INITIAL and part.startswith(other) for other in owner):
        return True
    if any(_SAME.get(part, frozenset()) & _SAME.get(other, frozenset()) for other in owner):
        return True
    starts = any(min(len(part), len(other)) >= _SHORTEST and part[:3] == other[:3] for other in owner)
    return starts or bool(get_close_matches(part, owner, n=1, cutoff=_CLOSE))
