"""Does a sentence tell that a virus, or somebody who should not be there, may be in a computer?

A machine, an account or a file with a virus; a warning from a scanner; a pop-up that claims one; somebody who
clicked a link, opened a file or gave a password and thinks now that it was a trick. Illnesses are left alone,
and so are what might happen, lessons, training, protection software and what happened long ago.
"""

from app.checks.words import Screen, any_of, whole, whole_any
from app.kept import kept

_BUG = any_of("""
    (?:computer )?virus(?:es)?
    malware|ransom ?ware|spy ?ware|trojans?(?: horse)?|key ?loggers?
""")
_DEVICE = any_of("""
    lap ?tops?|computers?|pcs?|desktops?|chrome ?books?|tablets?|i ?pads?|mac ?books?|servers?|networks?|machines?|phones?
    (?:the|our|school|computer|it|ict|mis) systems?|memory sticks?|usb(?: sticks?| drives?)?|(?:hard|shared|network|flash|c) drives?
    files?|folders?|attachments?|downloads?|e-?mails?(?: accounts?| addresses)?|mail ?box(?:es)?|in ?box(?:es)?|spreadsheets?|documents?|links?|web ?sites?
""")  # noqa: E501 - one phrase a line
_ACCOUNT = any_of(rf"""
    {_DEVICE}
    accounts?|log-?ins?|passwords?|facebook|twitter|instagram|office 365|outlook|teams|web ?site
""")
_HELD = any_of(r"""
    has|have|had|got|caught|picked up|contains?|contained|carr(?:ies|ying|ied)|shows?|showing|full of|riddled with
    is|are|was|were|says?|saying|think|thinks|been|be|getting|gets|'ve|'s
""")  # noqa: E501 - one phrase a line
_PLACED = any_of("on|in|into|onto|to|across|through|from|via|entered|inside|of")
_WHOSE = any_of(r"""
    (?:one of )?(?:my|our|the|his|her|their|this|that|your)|an?|\S+'s|[\pL]+s'
""")
_SCANNER = any_of("""
    anti-? ?virus|scanner|scan|defender|sophos|norton|mcafee|kaspersky|firewall|windows|microsoft|mail filter|web filter
""")  # noqa: E501 - one phrase a line
_FOUND = any_of("""
    found|finds|detect\\w*|flag\\w*|flash\\w*|warn\\w*|quarantined?|blocked|blocking|alert\\w*|reports?|reported|says|saying|picked up
""")  # noqa: E501 - one phrase a line
_TELLS = (
    whole(rf"{_DEVICE}\b[^.!?]{{0,30}}\b{_HELD}\b[^.!?]{{0,30}}\b{_BUG}"),
    whole(
        rf"{_BUG}\b[^.!?]{{0,40}}\b{_PLACED}\s+(?:{_WHOSE}\s+(?:\w+\s+){{0,2}}?{_DEVICE}|(?:the|our)\s+(?:\w+\s+)?systems?)"
    ),
    whole(
        rf"{_ACCOUNT}\b[^.!?]{{0,25}}\b(?:is|are|am|was|were|been|be|being|got|gets?|getting|looks?|seems?)\s+"
        r"(?:\w+\s+){0,2}?(?:infected|hacked|hijacked|compromised|taken over|breached)"
    ),
    whole(
        r"(?:i|we|us|me)(?:'ve|\x{2019}ve|'m|\x{2019}m)?\s+(?:\w+\s+){0,3}?(?:been|were|was|got|being)\s+"
        r"(?:hacked|phished|scammed)"
    ),
    whole(rf"(?:downloaded|installed|let in|opened|caught|introduced)\s+(?:an?|the|some|this)\s+{_BUG}"),
    whole(rf"(?:hacked|broken|hacking|got|getting)\s+in(?:to|side)\s+(?:\S+\s+){{0,3}}?{_ACCOUNT}"),
    whole(rf"{_SCANNER}\b[^.!?]{{0,40}}\b{_FOUND}\b[^.!?]{{0,60}}\b(?:{_BUG}|threats?|infection|infected)"),
    whole(
        r"(?:got|have|has|had|is|was|found|detected|got|downloaded|installed|be)\s+(?:\w+\s+){0,3}?"
        r"(?:malware|ransom ?ware|spy ?ware|trojans?|computer virus)"
    ),
    whole(rf"pop-? ?ups?\b[^.!?]{{0,60}}\b(?:{_BUG}|infected|ring microsoft|call microsoft)"),
    whole(rf"{_BUG}\s+(?:\w+\s+){{0,2}}?(?:warnings?|alerts?|attack|infection|outbreak)"),
    whole(r"(?:files?|drives?|folders?)\b[^.!?]{0,40}\b(?:encrypted|locked)\b[^.!?]{0,60}\bransom"),
)
_MAY_TELL = Screen(_TELLS)
_FELL_FOR = whole(
    r"(?:clicked|opened|downloaded|followed|tapped|replied|responded|entered|typed|gave|given|put|logged|signed"
    r"|ran|plugged)\b[^.!?]{0,60}\b(?:link|attachment|file|e-?mail|message|it|site|web ?site|page|password"
    r"|log-?in|details|button|pop-?up|invoice|document|usb|stick|qr code)s?"
)
_TRICK = any_of("""
    dodgy|suspicious(?:[ -]looking)?|phishing|scam|fake|malicious|fraudulent|spam|hoax|bogus
""")
_WAS_A_TRICK = whole_any(rf"""
    {_TRICK} (?:\w+ ){{0,2}}(?:links?|e-?mails?|messages?|attachments?|files?|(?:web ?)?sites?|(?:web ?)?pages?|invoices?|log-?ins?|pop-?ups?|documents?|qr codes?)
    (?:was|is|were|looks?|looked|be|been|seems?|seemed|it's|that's) (?:an? |some |very |really |rather |quite |so |a bit |all |probably |definitely |actually )*(?:{_TRICK}|not genuine|not real|a trick|a con)
    should(?:n't|nt| not| never) have|wasn't (?:really |actually )?(?:genuine|real|from)|pop-? ?ups? (?:keep|everywhere|all over|saying|telling|claiming)
    (?:infected|hacked|{_BUG})|taken over|ask(?:ed|ing)? (?:me )?for (?:a )?(?:ransom|bitcoin)
""")  # noqa: E501 - one phrase a line
_SHIELD = whole_any(rf"""
    {_BUG} (?:protection|scann\w+|checkers?|checks?|definitions?|updates?|licen[cs]\w*|subscription|software|guard|control)
""")  # noqa: E501 - one phrase a line
_DOUBT = whole_any(
    "(?:not|n't|never) (?:quite )?sure (?:if|whether)|(?:know|wonder\\w*|see|tell|worried) (?:if|whether)"
)
_NOT_NOW = whole_any(r"""
    if|unless|in case|whenever|could (?:contain|carry)|(?:may|might) (?:contain|carry|include|spread)|can (?:contain|carry|get|be|infect|include|spread)|networks? of|such as|how to
    avoid\w*|prevent\w*|protect\w*|training|courses?|lessons?|units?|quiz\w*|polic(?:y|ies)|insur\w+|exercises?|drills?|simulat\w+|awareness
    (?:no|not|n't|any|without) (?:\w+ ){0,3}(?:virus(?:es)?|malware|infected|hacked|compromised|been)|free (?:of|from)|risks?|(?:been )?scanned|checked for
    last (?:year|term|month|autumn|spring|summer)|years? ago|examples?|imagine|awareness|campaign|fixed|cleaned|cleared|resolved|removed|all clear
    curriculum|pupils? (?:learn|study|will)|year \d{1,2}|ks\d|book|film|story|assembly|spread(?:ing)? (?:of|by)|beware|be (?:careful|aware|wary)|never
    hacked off|(?:do not|don't) (?:click|open|download|reply)[^.!?]{0,40}(?:suspicious|phishing|unknown|unexpected)
""")  # noqa: E501 - one phrase a line
_ILLNESS = whole_any("""
    noro ?virus\\w*|corona ?virus\\w*|covid\\S*|flu|influenza|stomach|tummy|vomit\\w*|sick\\w*|ill|illness|poorly|unwell|fever|cough\\w*|cold
    temperature|throat|chest|symptoms?|gp|doctor|nurse|hospital|antibod\\w*|vaccin\\w*|immun\\w*|infectious|contagious|bug going round|hygiene|hands?
    going (?:a)?round|in bed|off school|zika|hiv|hepatitis|measles|chicken ?pox|rash|diarrh\\w+|isolat\\w+|biology|cells?|bacteria|outbreak of
""")  # noqa: E501 - one phrase a line


@kept
def tells_of_infection(words: str) -> bool:
    """Whether a sentence tells of a virus, or of an intruder, in a computer."""
    told = _SHIELD.sub(" ", words)
    return any(_TELLS[at].search(told) for at in _MAY_TELL.passed(told)) and not _is_harmless(told)


def tells_of_a_slip(words: str) -> bool:
    """Whether a sentence tells that somebody clicked, opened or gave something."""
    return _FELL_FOR.search(words) is not None and not _is_harmless(words)


@kept
def tells_of_a_trick(words: str) -> bool:
    """Whether a sentence tells that a link, a file or a message was not what it seemed."""
    return _WAS_A_TRICK.search(words) is not None


def _is_harmless(words: str) -> bool:
    said = _DOUBT.sub(" ", words)
    return _NOT_NOW.search(said) is not None or _ILLNESS.search(said) is not None
