"""What stood around the things that were seen, so that a reviewer can judge them without reading the mail?

What it sees: whose words they are and to whom they are said, whose data it is, that it is said to be made up,
that somebody is to keep it quiet, that the sender is about to leave, and that many files go along. Each by
words close by, in the sentence of what was seen or in the sender's own text.

What it does not see: irony, banter, and who lies. A sign is no verdict, and its absence proves nothing.
"""

from collections.abc import Collection, Iterator

from app.checks.tone.quotation import in_own_words, is_report, tells_of_others, without_quotations
from app.checks.words import any_of, whole_any, word_set
from app.domain.address import domain_of
from app.domain.audience import Belonging
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Finding, Span
from app.domain.flagged import Sign
from app.domain.reading import Reading

MANY_FILES = 3

_THING = any_of("""
    accounts?|bank(?:ing)?|iban|sort code|details|nhs|ni|national insurance|upn|passport|driving licence
    pass ?words?|log-?ins?|user ?names?|pins?|codes?|numbers?|address|date of birth|payslip|salary|wages
    records?|results?|refund|expenses
""")
_KIN = "(?:child|son|daughter|twins?|boy|girl|mother|father|husband|wife|ward)"
_BODY = any_of("school|council|trust|nursery|academy|federation|pta|club|authority")
_SENDERS = whole_any(rf"""
    my (?:[\w-]+ ){{0,3}}{_THING}|mine|pay me|reimburse me
""")
_READERS = whole_any(rf"""
    your (?:{_KIN}(?:'s)? )?(?:[\w-]+ ){{0,3}}{_THING}|yours|(?:refund|repay|pay|reimburse) you
    you (?:gave|wrote|sent|told|provided|supplied|entered|have given|had given)|(?:refund|paid) to you
""")
_ORGANISATIONS = whole_any(rf"""
    (?:our|the {_BODY}(?:'s)?) (?:[\w-]+ ){{0,3}}{_THING}|funds?|appeal|donat(?:e|es|ed|ions?)|charity|raffle
    sponsor(?:s|ed|ship)?|fundrais(?:er|ing)
    (?:pay|paid|payable|payments?) (?:\w+ ){{0,2}}to (?:us|our|the {_BODY})
""")
_ANOTHERS = whole_any(rf"""
    (?:his|her|their) (?:[\w-]+ ){{0,3}}{_THING}
""")
_MADE_UP = whole_any("""
    made[ -]up|dummy|fictitious|fictional|invented|imaginary|specimen|placeholder|not (?:a )?real|pretend
    test (?:patients?|pupils?|persons?|records?|data|accounts?|users?|cases?|numbers?|children|child)
    (?:sample|example|demo|training|fake) (?:data|records?|pupils?|patients?|numbers?|accounts?|children)
    for (?:training|testing|demonstration|illustration|practice) (?:only|purposes?)|tutorial|anonymised
""")
_ANY = "(?:him|her|them|anyone|anybody|the others|staff|parents|governors|head)"
_KNOW = "(?:know|find out|see|notice|hear)"
_QUIET = whole_any(rf"""
    (?:did|do) ?n(?:o|')t (?:get|hear|have) (?:it|this|that|them) from me
    never (?:got|had|heard) (?:it|this) from me|(?:one|a single) word to {_ANY}|not a word
    keep your mouth shut
    (?:do not|don't|never) (?:ever )?(?:tell {_ANY}|let {_ANY}|mention (?:it|this) to|show (?:it|this) to)
    keep (?:it|this|that) (?:quiet|to yourself|secret|hush|between)|hush[- ]hush|on the quiet
    our (?:little )?secret|(?:between|just) (?:you and me|us two|the two of us|ourselves)|strictly between
    (?:no ?body|no[- ]one|none of them) (?:else )?(?:must|may|need|needs to|should|will|has to|is to) {_KNOW}
    (?:he|she|they) (?:must|need)(?: not|n't) {_KNOW}|cover(?:s|ed)? (?:our|my|your) tracks
    without (?:{_ANY}|his|their)(?: \w+)? (?:knowing|noticing|finding out|seeing|knowledge)
    delete (?:this|it|everything)(?: \w+){{0,2}} (?:after|when|once|as soon|straight)
    behind (?:his|her|their) backs?|before (?:he|she|they|{_ANY}) (?:notices?|finds? out|realises?)
""")
_LEAVES = whole_any("""
    (?:before|when|as|once|after|now that|until) i (?:leave|go for good|finish here|start my)
    my last (?:days?|weeks?|month)|i(?: am|'m) leaving|i(?: have|'ve)? resigned|my new (?:job|post|employer)
    my notice(?: period)?|hand(?:ed|ing) in my notice|my own (?:business|company|firm)
    (?:i|you|he|she) (?:was|were|am|are|have been|had been) (?:dismissed|sacked|suspended|fired|let go)
""")
_BASIS = whole_any(r"""
    (?:data[- ])?(?:sharing|processing) (?:agreement|protocol)|under (?:the|our|a) (?:contract|agreement|act)
    gdpr|by law|legal(?:ly)? (?:duty|required|obligation|basis)|statutory|(?:census|data) return|court order
    (?:have|has|with|gave|given) (?:\w+ ){0,3}(?:consent|consented|permission)|consent (?:form|forms|given)
    safeguarding partners?|immunisations?|vaccinations?|common transfer file|ctf|warrant
    at the request of the (?:police|court)
""")
_GAIN = whole_any("""
    in return(?: for)?|for (?:the|your) (?:money|cash)|in cash|you owe me|my cut|worth (?:your|my) while
    (?:pay|pays|paid) me (?:for|to)|what you (?:promised|offered) me|our deal|as a thank you for
""")
_HARM = whole_any("""
    teach (?:him|her|them|you) a lesson|serves? (?:him|her|them|you) right|get (?:back at|even with)
    (?:make|makes|made) (?:his|her|their|your) life|(?:he|she|they) (?:will|'ll) (?:suffer|be sorry)
    (?:ruin|destroy|finish|embarrass|humiliate|shame|hurt) (?:him|her|them|you)|revenge
    so that (?:he|she|they) (?:loses?|suffers?)
    get (?:him|her|them) (?:sacked|fired|thrown out|into trouble|in trouble)|use it against (?:him|her|them)
""")
_FROM_ELSEWHERE = whole_any("""
    (?:i|we) (?:was|were) sent|(?:i|we) (?:got|received)|(?:this|it|which) (?:came|arrived)|on file
    for the (?:file|record|log)|please (?:log|record|file)|evidence|screenshots?|transcript|recording|cctv
    lyrics?|songs?|verse|chorus|poems?|novels?|books?|plays?|scenes?|script|films?|villain|characters?
    jokes?|match|matches|games?|role[- ]?play|drama|panto(?:mime)?|rehearsals?|stor(?:y|ies)|chapter|extract
    voicemails?|text messages?|tweets?|facebook|worksheet|homework|essay|exam|translation|debate|competition
    lesson|assembly|history|museum|poster|graffiti|sprayed|scrawled|headlines?|quiz|policy|guidance|training
    quot(?:e|es|ed|ations?|ing)|reads|read out|in (?:his|her|their) (?:own )?words|word for word|verbatim
""")
_TO_READER = whole_any("you|your|you're|you've|you'll|you'd|yours|yourself|u r|ur")


def signs_of(reading: Reading, findings: Collection[Finding]) -> tuple[Sign, ...]:
    """Those of all that was seen on one card, each once, in the order of `Sign`."""
    found = {*_of_words(reading, findings), *_of_data(reading, findings), *_of_mail(reading)}
    return tuple(sign for sign in Sign if sign in found)


def _of_words(reading: Reading, findings: Collection[Finding]) -> Iterator[Sign]:
    """Whose words they are; something said outright to the reader is nobody else's."""
    spans = [span for one in findings for span in one.spans if span.field in _TEXTS]
    if spans and (is_report(reading) or all(_is_of_others(reading, span) for span in spans)):
        yield Sign.OTHERS_WORDS
    elif any(_TO_READER.search(without_quotations(_around(reading, span))) for span in spans):
        yield Sign.TO_READER


def _is_of_others(reading: Reading, span: Span) -> bool:
    """It stands in quotation marks, or its sentence tells what somebody said."""
    if span.field is Field.BODY and not in_own_words(reading)[span.start : span.end].strip():
        return True
    return tells_of_others(_around(reading, span))


def _of_data(reading: Reading, findings: Collection[Finding]) -> Iterator[Sign]:
    spans = [span for one in findings for span in one.spans if span.field in _TEXTS]
    around = "\n".join((*(_around(reading, span) for span in spans), reading.subject.clean if spans else ""))
    for sign, pattern in _WHOSE:
        if pattern.search(around):
            yield sign


def _of_mail(reading: Reading) -> Iterator[Sign]:
    draft, said = reading.draft, f"{reading.subject.clean}\n{in_own_words(reading)}"
    for sign, pattern in _SAID:
        if pattern.search(said):
            yield sign
    if sum(not one.inline for one in draft.attachments) >= MANY_FILES:
        yield Sign.MANY_FILES
    if draft.reply is ReplyKind.FORWARD:
        yield Sign.PASSED_ON
    away = [r.recipient.mailbox.address for r in reading.audience.readers if r.belonging in _AWAY]
    if away and all(_is_public(domain_of(address)) for address in away):
        yield Sign.PUBLIC_BODY


def _is_public(domain: str) -> bool:
    """By the look of the domain: ``kent.police.uk``, ``other-council.gov.uk``."""
    return any(label.rpartition("-")[2] in _PUBLIC for label in domain.split("."))


def _around(reading: Reading, span: Span) -> str:
    """The sentences that it lies in; where it lies in none, its line."""
    if span.field is Field.SUBJECT:
        return reading.subject.clean
    text = reading.own
    over = [one for one in reading.sentences if one.start < span.end and span.start < one.end]
    if over:
        return text[min(one.start for one in over) : max(one.end for one in over)]
    line_end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : len(text) if line_end < 0 else line_end]


_AWAY = frozenset({Belonging.OUTSIDE, Belonging.WEBMAIL, Belonging.UNKNOWN})
_PUBLIC = word_set("gov nhs police sch ac mod parliament council school academy college ofsted")
_TEXTS = frozenset({Field.SUBJECT, Field.BODY})
_WHOSE = (
    (Sign.SENDERS_OWN, _SENDERS),
    (Sign.READERS_OWN, _READERS),
    (Sign.ORGANISATIONS, _ORGANISATIONS),
    (Sign.ANOTHERS, _ANOTHERS),
)
_SAID = (
    (Sign.FROM_ELSEWHERE, _FROM_ELSEWHERE),
    (Sign.MADE_UP, _MADE_UP),
    (Sign.QUIET, _QUIET),
    (Sign.LEAVES, _LEAVES),
    (Sign.GAIN, _GAIN),
    (Sign.HARM, _HARM),
    (Sign.BASIS, _BASIS),
)
