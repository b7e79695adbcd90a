"""Is this mail a chain letter, seasonal fun or party politics?

What it sees: sentences of the author's own text, and the subject, that the model hears as asking to be
passed on to everybody, as seasonal greetings or office fun sent for their own sake, or as for or against a
party, a candidate or a campaign; on a forward, words that ask for passing on in the part carried along.

What it does not see: "have a good half-term" at the end of a mail; a school fair; election duties, lessons
about politics and lawful political information; official news that is to be cascaded; adverts.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.tone.hearing import Heard, hear_content
from app.checks.words import any_of, first_found, whole_any
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading, Tone

_ID = "chain-festive-promo-political"
_KINDS = {
    "chain-letter": Tone.CHAIN_LETTER,
    "festive": Tone.FESTIVE,
    "party-political": Tone.PARTY_POLITICAL,
}
_EVERYBODY = any_of(r"""
    everyone (?:you know|on your list|in your (?:contacts|address book))|everybody you know
    all your (?:friends|contacts)
    (?:at least )?(?:\d+|five|seven|ten|twelve|fifteen|twenty) (?:\w+ )?(?:people|friends|others|colleagues)
""")
_PASS_IT_ON = whole_any(rf"""
    (?:forward|send|pass|share|copy and paste) (?:this|it)(?: \w+){{0,3}} to {_EVERYBODY}
    (?:do not|don't) break (?:the|this) chain|bad luck (?:will|for)|(?:\d+|seven|ten) years(?:'| of)? bad luck
""")
_NOT_ON = whole_any(
    "(?:do not|don't|never|please don't|not to) (?:reply,? (?:do not |or )?)?(?:forward|pass)"
)


def _look(reading: Reading) -> Iterator[Finding]:
    for kind, tone in _KINDS.items():
        heard = [h for h in hear_content(reading, tone) if not _is_warned_of(reading, h)]
        spans = tuple(h.span for h in heard)
        sure = heard[0].sure if heard else Confidence.MEDIUM
        if kind == "chain-letter" and reading.draft.reply is ReplyKind.FORWARD:
            carried = first_found(_PASS_IT_ON, reading.carried)
            spans += tuple(in_body(reading, *match.span()) for match in carried)
        if spans:
            yield Finding(_ID, kind, sure, spans, {"sentences": len(spans)})


def _is_warned_of(reading: Reading, heard: Heard) -> bool:
    """Whether a chain letter is what the sentence warns of: "do not forward it"."""
    text = reading.own if heard.span.field is Field.BODY else reading.subject.clean
    words = text[heard.sentence.start : heard.sentence.end]
    return heard.tone is Tone.CHAIN_LETTER and _NOT_ON.search(words) is not None


CHECK = Check(
    _ID,
    _look,
    {
        "chain-letter": "Words that ask for passing the mail on to everybody",
        "festive": "Seasonal greetings or office fun, sent for their own sake",
        "party-political": "Words for or against a party, a candidate or a campaign",
    },
)
