"""Is this mail a chain letter, seasonal fun, an advert or party politics?

What it sees: sentences of the author's own text, and the subject, that the model hears as asking to be
passed on to everybody, as seasonal greetings or office fun sent for their own sake, or as for or against a
party, a candidate or a campaign; on a forward, words that ask for passing on in the part carried along; and
words of selling, or of the writer's own business; the fixed forms of jokes, and the come-ons of spam.

What it does not see: "have a good half-term" at the end of a mail; a school fair; election duties, rules
that forbid campaigning, a school's own elections, lessons about politics and lawful political information;
official news that is to be cascaded; news to share with whom it helps; a chain letter that is asked about;
what schools and councils offer themselves; schemes for staff.
"""

from collections.abc import Iterator

from app.checks.audience.everybody import has_everybody
from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.selling.offers import find_advert, find_own_trade
from app.checks.tone.hearing import Heard, hear_content
from app.checks.tone.tones import CERTAIN
from app.checks.wording.jokes import find_joke, find_spam
from app.checks.words import any_of, first_found, whole_any
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading, Tone

_ID = "chain-festive-promo-political"
_KINDS = {
    "chain-letter": Tone.CHAIN_LETTER,
    "festive": Tone.FESTIVE,
    "party-political": Tone.PARTY_POLITICAL,
}
_ROW = 5
_EVERYBODY = any_of(r"""
    everyone (?:you know|on your list|in your (?:contacts|address book))|everybody you know
    all your (?:friends|contacts)
    (?:at least )?(?:\d+|five|seven|ten|twelve|fifteen|twenty) (?:\w+ )?(?:people|friends|others|colleagues)
""")
_PASS_IT_ON = whole_any(rf"""
    (?:forward|send|pass|share|copy and paste) (?:this|it)(?: \w+){{0,3}} to {_EVERYBODY}
    (?:do not|don't) break (?:the|this) chain|bad luck (?:will|for)|(?:\d+|seven|ten) years(?:'| of)? bad luck
""")
_NOT_ON = whole_any(r"""
    (?:do not|don't|never|please don't|not to) (?:reply,? (?:do not |or )?)?(?:forward|pass|share (?:\w+ )+with)
""")  # noqa: E501 - one phrase a line
_OF_USE = any_of("""
    looking for|interested|thinking (?:of|about)|considering|new to|moving|eligible|affected|struggling
    (?:may|might|would|could|will) (?:also )?(?:be|like|need|want|benefit|find|welcome|enjoy)
    needs?|wants? (?:to|a|an)|lives?|works?
""")
_FOR_WHOM_IT_HELPS = whole_any(rf"""
    (?:share|forward|send|pass)(?: \w+){{1,3}} (?:with|to) (?:\w+ ){{0,3}}(?:friends?|famil(?:y|ies)|neighbours?|parents?|anyone|anybody|people|colleagues?|those|others) (?:you (?:think|know) )?(?:who|that|to whom)(?: are|'re| is|'s)? (?:also )?{_OF_USE}
""")  # noqa: E501 - one phrase a line
_LUCK = whole_any("luck|curse|chain|wish(?:es)?|angels?|blessings?|miracles?|midnight|hours?|back to me")
_ASKED_ABOUT = whole_any("""
    (?:is|are) (?:this|it|these|that) (?:\\w+ )?(?:real|genuine|true|hoax|scam|spam|safe|phishing)
    hoax|(?:haven't|have not|did not|didn't|won't|will not) (?:sent|send|forwarded?|passed?|opened?|shared?)
    reporting (?:this|it)|(?:looks|seems) like (?:spam|a scam|phishing)|chain (?:letter|e-?mail|mail)s?
""")
_PARTY = whole_any("""
    labour|conservatives?|tor(?:y|ies)|lib(?:eral)? ?dem(?:ocrat)?s?|greens?|green party|reform(?: uk)?
    ukip|snp|plaid|part(?:y|ies)|councillors?|cllr|mps?|manifesto|by-election
    general election|local elections?|referendum|westminster|ministers?|government|mayor
    starmer|farage|badenoch
""")
_OUR_OWN_ELECTION = whole_any("""
    governors?|trustees?|vice-?chairs?|chairs?|chairman|chairwoman|chairperson|school council|pupil council
    student council|eco council|head (?:boy|girl|pupil|student)s?|house captains?|pta|friends of|staff forum
    parent forum|terms? of office|parents? (?:elect|ballot)s?
    shop steward|union rep(?:resentative)?s?|branch (?:secretary|officers?)|clerk to
""")
_CAMPAIGNING = any_of(r"""
    leaflets?|posters?|rosettes?|badges?|placards?|stickers?|campaigning|campaign (?:materials?|literature)
    canvass\w*|party[- ]political|political (?:material|party|views|content|comment|activit\w+|messages?)
    endors\w+|either way|tak(?:e|es|ing) sides|hustings|election (?:material|literature)|politics
""")
_FORBIDDEN = whole_any(rf"""
    (?:no|not|never|nothing|nobody|cannot|without|avoid|refrain from|nor) (?:\S+ ){{0,6}}{_CAMPAIGNING}
    {_CAMPAIGNING} (?:\S+ ){{0,4}}(?:not|never|cannot|forbidden|banned|prohibited|removed|n't)
    \w+n't (?:\S+ ){{0,6}}{_CAMPAIGNING}
    purdah|pre-election period|politically (?:neutral|impartial)|political (?:neutrality|impartiality)
""")
_NOT_FOR_A_PARTY = whole_any(r"""
    (?:no|not|nothing|never|nobody|avoid|without|\w+n't) (?:\S+ ){0,6}(?:read|seen|taken|construed|perceived|interpreted|viewed) as (?:\w+ly )?(?:support|favour|back|promot|endors|oppos|criticis)\w+
    (?:no|not|nothing|never|nobody|avoid|without|\w+n't) (?:\S+ ){0,4}(?:appear|seem)\w* to (?:support|favour|back|promote|endorse|oppose|criticise)
""")  # noqa: E501 - one phrase a line
_FAIR = whole_any("""
    stalls?|tombola|raffle|grotto|gazebos?|bottle stall|face painting|school fair|fayre|float of|hall booking
    volunteers?|bake sale|ticket sales
""")


_OTHER_SENSES = whole_any("""
    labour (?:ward|pains?|suite|costs?|market|force|charges?|rates?)|in labour|manual labour|parts and labour
    conservative (?:estimate|guess|figure|with)
    green (?:waste|bins?|flag|team|book|room|light)|bowling greens?
    (?:took|take|taking|take it to|had|have|put it to|putting it to) an? (?:\\w+ )?vote
""")
_POLITICS = whole_any("""
    vot(?:e|es|ed|ing) (?:for|against|them|him|her|out)|polls?|polling|candidates?|elect(?:ed|ion|ions)
    campaigns?|canvass\\w*|cuts|petition|council tax|mp
""")


def _look(reading: Reading) -> Iterator[Finding]:
    for kind, tone in _KINDS.items():
        heard = [h for h in hear_content(reading, tone) if not _is_innocent(reading, h)]
        spans = tuple(h.span for h in heard)
        sure = heard[0].sure if heard else Confidence.MEDIUM
        if kind == "chain-letter":
            spans += _carried(reading)
        if spans:
            facts = {"sentences": len(spans), "to_everybody": has_everybody(reading.audience)}
            yield Finding(_ID, kind, sure, spans, facts)
    for kind, fun in (("joke", find_joke(reading)), ("spam", find_spam(reading))):
        if fun:
            yield Finding(
                _ID, kind, Confidence.MEDIUM, fun, {"to_everybody": has_everybody(reading.audience)}
            )
    yield from _selling(reading)


def _carried(reading: Reading) -> tuple[Span, ...]:
    """What a forward passes on of the kind, unless its author asks what to make of it."""
    if reading.draft.reply is not ReplyKind.FORWARD or _ASKED_ABOUT.search(reading.own):
        return ()
    return tuple(in_body(reading, *match.span()) for match in first_found(_PASS_IT_ON, reading.carried))


def _selling(reading: Reading) -> Iterator[Finding]:
    """One card for selling: a business of one's own says more than an advert."""
    facts = {"to_everybody": has_everybody(reading.audience)}
    if trade := find_own_trade(reading):
        yield Finding(_ID, "outside-business", Confidence.MEDIUM, trade, facts)
    elif advert := find_advert(reading):
        yield Finding(_ID, "advert", *advert, facts)


def _is_innocent(reading: Reading, heard: Heard) -> bool:
    """Whether the sentence warns of such a thing, or is about a school's own election or fair."""
    text = reading.own if heard.span.field is Field.BODY else reading.subject.clean
    words = text[heard.sentence.start : heard.sentence.end]
    if heard.tone is Tone.CHAIN_LETTER:
        is_useful = _FOR_WHOM_IT_HELPS.search(words) is not None and _LUCK.search(reading.own) is None
        return is_useful or _NOT_ON.search(words) is not None
    if heard.tone is Tone.FESTIVE:
        return _FAIR.search(words) is not None or _is_row(words)
    if _NOT_FOR_A_PARTY.search(words) or (heard.score < CERTAIN and _FORBIDDEN.search(words)):
        return True
    return _is_our_own_election(reading) or _is_of_no_party(reading, words)


def _is_row(words: str) -> bool:
    """A row of figures that only names the season's day: "half term 22 (pumpkins!)"."""
    return len(words.split()) <= _ROW and any(c.isdigit() for c in words)


def _is_of_no_party(reading: Reading, words: str) -> bool:
    """Whether a word of parties is meant otherwise ("labour ward"), and nothing else is of politics."""
    if _OTHER_SENSES.search(words) is None:
        return False
    rest = str(_OTHER_SENSES.sub(" ", f"{reading.subject.clean}\n{reading.own}"))
    return _PARTY.search(rest) is None and _POLITICS.search(rest) is None


def _is_our_own_election(reading: Reading) -> bool:
    """Whether governors, a chair or pupils are elected, and no party is spoken of."""
    talk = f"{reading.subject.clean}\n{reading.own}\n{reading.carried}"
    return _OUR_OWN_ELECTION.search(talk) is not None and _PARTY.search(talk) is None


CHECK = Check(
    _ID,
    _look,
    {
        "chain-letter": "Words that ask for passing the mail on to everybody",
        "festive": "Seasonal greetings or office fun, sent for their own sake",
        "joke": "A joke that is passed round",
        "spam": "A come-on of the sort that fills spam folders: cash at once, a prize, weight lost",
        "advert": "Words of selling: a discount, an offer, an order",
        "outside-business": "The writer's or family's own business furthered",
        "party-political": "Words for or against a party, a candidate or a campaign",
    },
)
