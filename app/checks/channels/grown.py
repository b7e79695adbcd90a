"""Is this an answer to a complaint that has grown?

No one sign is enough: that it is a complaint or a grievance; that it has been taken further (an MP, the
press, a solicitor, the next stage) or ends what was (taken out, faith lost); that it has been told again and
again; and that somebody is angry, hurt or was not heard. Three of them, in an answer, and writing once more
is what has not helped so far.
"""

from app.checks.words import whole_any
from app.domain.draft import ReplyKind
from app.domain.reading import Reading

_ENOUGH = 2
_ANSWERS = frozenset({ReplyKind.REPLY, ReplyKind.REPLY_ALL})
_SIGNS = (
    whole_any(r"""
        (?:formal |your |the |this )?complain(?:t|ts|ed|ing)?|grievance|apolog(?:y|ise|ies)|stage (?:one|two|three|1|2|3)|dispute|not good enough
    """),  # noqa: E501 - one phrase a line
    whole_any(r"""
        (?:your|an|the|our) mp|councillor|chief executive|ombudsman|solicitors?|lawyers?|legal action|court|tribunal|the (?:local )?(?:paper|press|newspaper|radio)|governors|ofsted|regulator
        (?:take|taking|took|taken) (?:\w+ ){0,3}?(?:out|away|further|elsewhere)|(?:lost|losing|lose) (?:all )?(?:faith|trust|confidence|patience)|stage (?:two|three|2|3)|social media|facebook|petitions?|(?:\d+|hundreds of) (?:names|signatures)
    """),  # noqa: E501 - one phrase a line
    whole_any(r"""
        (?:third|fourth|fifth|sixth|another|yet another) (?:officer|person|letter|e-?mail|message|reply|time|call)|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|\d+) (?:replies|letters|e-?mails|messages|calls|weeks|months|visits|officers|engineers)
        (?:again|over) and (?:again|over)|still (?:haven't|hasn't|have not|has not|no|not|waiting|nothing)|(?:since|back in|in) (?:january|february|march|april|may|june|july|august|september|october)|once more
    """),  # noqa: E501 - one phrase a line
    whole_any(r"""
        (?:you're|you are|you feel|you felt|were|was|being|feel|felt) (?:\w+ ){0,3}?(?:angry|upset|cross|furious|let down|fobbed off|ignored|insulted|hurt|frustrated|disappointed|dismissed|unheard|brushed off|passed (?:around|about))
        (?:nobody|no one|no-one|not) (?:here |has |have |is |was |been )*listen\w*|never (?:once )?(?:replied|answered|wrote|rang|apologised|listened)|(?:right|reason|entitled) to be (?:\w+ )?(?:cross|angry|upset|annoyed|furious)|don't blame you|sorry (?:that )?you feel|(?:had|have) to (?:explain|tell|repeat) it
    """),  # noqa: E501 - one phrase a line
)


def has_grown(reading: Reading) -> bool:
    """Whether enough signs stand in an answer."""
    if reading.draft.reply not in _ANSWERS:
        return False
    text = f"{reading.subject.clean}\n{reading.own}"
    return sum(sign.search(text) is not None for sign in _SIGNS) > _ENOUGH
