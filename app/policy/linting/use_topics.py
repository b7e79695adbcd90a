"""On which uses of the systems do policies pull two ways?

Data: for what, with what and by whom the systems may be used, and who looks. The matters are those of
any organisation, not of one set of documents.
"""

from app.policy.linting.stance import Stance
from app.policy.linting.topic import (
    ANY,
    NEGATIVE,
    NOT_NEGATIVE,
    OWN,
    POSITIVE,
    SOCIAL,
    Side,
    Topic,
    open_or_shut,
)

_PERSONAL_USE = (
    r"\b(?:personal|private) (?:use|e-?mails?|messages?|correspondence|matters|purposes)\b"
    r"|\b(?:use\w*|for) (?:\w+ ){0,6}for (?:their own|your own|personal|private)\b"
)

USE_TOPICS: tuple[Topic, ...] = (
    Topic(
        "personal use",
        Side(
            "allows personal use",
            (_PERSONAL_USE,),
            POSITIVE,
            r"\b(?:password|accounts?|addresses|phones?|numbers?|send|sending)\b",
        ),
        Side(
            "keeps the systems for work",
            (
                (
                    r"\b(?:(?:work|business|club|school|hospital|trust|company|council|duty|duties|official"
                    r"|charity)"
                    r"(?:[ -]related)?(?: \w+){0,2} (?:only|alone|solely|exclusively)"
                    r"|(?:only|solely|exclusively) (?:be used )?(?:for|in connection with) (?:\w+ ){0,2}"
                    r"(?:work|business|official|duties|purposes))\b"
                    r"|\b(?:not|never|nobody|no|prohibited|forbidden|banned) (?:\w+ ){0,8}(?:personal"
                    r"|private)"
                    r" (?:use|e-?mails?|messages?|matters|purposes|business|correspondence)\b"
                    r"|\b(?:personal|private) (?:use|e-?mails?|messages?|purposes) (?:\w+ ){0,8}"
                    r"(?:not|never|prohibited|forbidden|banned)\b"
                ),
                (
                    r"\b(?:systems?|e-?mails?|accounts?|internet|computers?|equipment|mailbox(?:es)?"
                    r"|messages?"
                    r"|network)\b"
                ),
            ),
            ANY - {Stance.ALLOWS},
            r"\b(?:during|expect|privacy|passwords?|unless|except|excessive|core|addresses"
            r"|e-?mail accounts?)\b",
        ),
        "Say once whether personal use is allowed, when and how much.",
        Side(
            "keeps the systems for work",
            (_PERSONAL_USE,),
            NEGATIVE,
            r"\b(?:during|expect|privacy|passwords?|unless|except|excessive|core|addresses|accounts?|phones?)\b",
        ),
    ),
    Topic(
        "social media",
        Side(
            "rules it out for the organisation's business",
            (
                SOCIAL,
                (
                    r"\b(?:business|work|official|communicat\w+|customers?|clients?|patients?|members"
                    r"|public"
                    r"|news)\b"
                ),
            ),
            NEGATIVE,
            r"\b(?:personal|private(?:ly)?|friends?|unless|without|colleagues|remarks?|allegations?"
            r"|confidential"
            r"|comments?|pages of|absen\w+|safeguarding|views?|profiles?)\b",
        ),
        Side(
            "uses it for the organisation's business",
            (
                (
                    rf"{SOCIAL}.*\b(?:main|principa?le?|primary|useful|effective|key|preferred|encourag\w+"
                    rf"|promot\w+"
                    rf"|developed|recruit\w*|publicise|advertise|share (?:our )?news)\b|\b(?:encourag\w+"
                    rf"|promot\w+"
                    rf"|(?:may|can|should|must|to|will|please) (?:\w+ )?(?:use|share|post)|main"
                    rf"|principa?le?"
                    rf"|announc\w+|publicis\w+) .{{0,60}}{SOCIAL}"
                ),
            ),
            NOT_NEGATIVE,
            r"\b(?:not|never|personal|private|privacy|your own|post (?:on|it)|review|register|risks?"
            r"|dangers?"
            r"|unsafe|friends?|policy (?:applies|covers)|do not)\b",
        ),
        "Say for each part of the organisation, and each site, whether it may be used and by whom.",
    ),
    Topic(
        "privacy and monitoring",
        Side(
            "leaves no expectation of privacy",
            (
                (
                    r"\b(?:not|no|never|nor) (?:\w+ ){0,4}(?:expect\w*)(?: \w+){0,3} ?[‘'“\"]?priva(?:cy"
                    r"|te)\b"
                    r"|\bno (?:right to )?privacy\b"
                    r"|\b(?:may|can|will) (?:\w+ ){0,4}(?:read|open|inspect|examine"
                    r"|monitor)\w* (?:\w+ ){0,3}"
                    r"(?:any|all|every) (?:\w+ ){0,3}(?:e-?mails?|messages?|mailbox\w*)\b"
                ),
            ),
        ),
        Side(
            "promises limits on who looks",
            (
                (
                    r"\b(?:not|never|only|no)\b.{0,60}\b(?:examin\w+|read|inspect\w*|open(?:ed)?|access\w*"
                    r"|look\w*)\b"
                    r" .{0,60}\b(?:private|personal|mailbox(?:es)?|messages?|e-?mails?|correspondence"
                    r"|material)\b"
                    r"|\b(?:private|personal)\b.{0,40}\b(?:not|never|only)\b.{0,30}\b(?:read|opened"
                    r"|examined"
                    r"|inspected)\b"
                ),
                (
                    r"\b(?:without|unless|reasonable|cause|suspicion|consent|authoris\w+|private|permission"
                    r"|approv\w+)\b"
                ),
            ),
            ANY,
            r"\b(?:expect|other users|passwords?|do not open|never open|attachments?|unknown|software"
            r"|download"
            r"|stored|gain access|social)\b",
        ),
        "Say in one place what may be looked at, by whom, for what cause, and who agrees to it first.",
    ),
    open_or_shut(
        "messaging apps",
        (
            (
                r"\b(?:whatsapp|instant messag\w+|messaging apps?|text messag\w+|messenger|signal app"
                r"|telegram"
                r"|sms)\b"
            ),
        ),
        "Say which app may be used, for what, and what must never go in it.",
        r"\b(?:personal social|privately)\b",
    ),
    open_or_shut(
        "own phones and computers",
        (
            (
                rf"{OWN} (?:\w+ )?(?:phones?|mobiles?|devices?|smartphones?|laptops?|computers?|tablets?"
                rf"|equipment)\b"
            ),
        ),
        "Say whether people may use their own devices for work, and with which protection.",
        r"\bnumbers?\b",
    ),
    open_or_shut(
        "own mail accounts",
        (
            rf"{OWN} (?:e-?mail|mail|webmail) (?:accounts?|address(?:es)?)\b",
            (
                r"\b(?:work|business|match\w*|club|patients?|members?|hospital|school|official|clients?"
                r"|colleagues|matters)\b"
            ),
        ),
        "Say that work goes through work accounts, and give one to everybody who needs it.",
        r"\bprivate communications\b|\bsecure and private\b",
    ),
    open_or_shut(
        "forwarding automatically",
        (r"\bauto(?:matic(?:ally)?)?[ -]?forward\w*\b",),
        "Say who may forward mail automatically, and to where.",
    ),
    open_or_shut(
        "writing assistants",
        (
            (
                r"\b(?:chatgpt|copilot|artificial intelligence|ai (?:tools?|assistants?)"
                r"|writing assistants?"
                r"|generative ai)\b"
            ),
        ),
        "Say which assistant may be used, and that confidential matters never go into it.",
    ),
    open_or_shut(
        "photographs and recordings",
        (
            r"\b(?:photo(?:graph)?s?|pictures|images|videos?|recordings?)\b",
            r"\b(?:sen[dt]|shar\w+|post\w*|publish\w*|e-?mail\w*|tak(?:e|en|ing)|circulat\w+|put)\b",
        ),
        "Say whose pictures may be taken or shared, with whose consent.",
        r"\b(?:consent|permission|indecent|offensive|sexual\w*|own child\w*|download|relation|embarrass\w*"
        r"|obscene"
        r"|pornographic|permitted use|untag|suitability)\b",
    ),
    open_or_shut(
        "sharing passwords",
        (
            (
                r"\b(?:shar\w+|giv\w+|tell\w*|disclos\w+|pass) .{0,40}\bpasswords?\b"
                r"|\bpasswords? .{0,30}\b(?:shared|given|passed)\b"
            ),
        ),
        "Say that nobody shares a password, and how a stand-in gets access.",
    ),
)
