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
    r"\b(?:personal|private) (?:use|e-?mails?|messages?|correspondence|matters|purposes)\b|\b(?:use\w*"
    r"|for) (?:[\w-]+ ){0,6}for (?:their own|your own|personal|private|family|domestic)\b"
)

USE_TOPICS: tuple[Topic, ...] = (
    Topic(
        "personal use",
        Side(
            "allows personal use",
            (_PERSONAL_USE,),
            POSITIVE,
            r"\b(?:password|(?:personal|private|own) e-?mail accounts?|addresses|phones?|numbers?|send"
            r"|sending)\b",
        ),
        Side(
            "keeps the systems for work",
            (
                (
                    r"\b(?:used|provided|intended) for (?:\w+ ){1,5}only\b"
                    r"|\bfor (?:\w+ ){1,4}and (?:for )?nothing else\b|\b(?:(?:work|business|club"
                    r"|school|hospital|trust|company|council|duty|duties|official"
                    r"|charity)(?:[ -]related)?(?: \w+){0,2} (?:only|alone|solely|exclusively)|(?:only"
                    r"|solely|exclusively) (?:be used )?(?:for|in connection with) (?:\w+ ){0,2}(?:work"
                    r"|business|official|duties|purposes))\b|\b(?:not|never|nobody|no|prohibited"
                    r"|forbidden|banned) (?:\w+ ){0,8}(?:personal|private) (?:use|e-?mails?|messages?"
                    r"|matters|purposes|business|correspondence)\b|\b(?:personal|private) (?:use"
                    r"|e-?mails?|messages?|purposes) (?:\w+ ){0,8}(?:not|never|prohibited|forbidden"
                    r"|banned)\b"
                ),
                (
                    r"\b(?:systems?|e-?mails?|accounts?|internet|computers?|equipment|mailbox(?:es)?"
                    r"|messages?|network)\b"
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
            r"\b(?:during|expect|privacy|passwords?|unless|except|excessive|core|addresses|accounts?"
            r"|phones?)\b",
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
                    r"|public|news|enquir\w+|presence|write|post|mention|comment on|matters|publicis\w+"
                    r"|promot\w+|advertis\w+|announc\w+|tenants?|residents?|services?)\b"
                ),
            ),
            NEGATIVE,
            r"\b(?:personal|private(?:ly)?|friends?|unless|without|(?:about|with"
            r"|of) (?:\w+ )?colleagues|remarks?|allegations?|confidential|pages of|absen\w+"
            r"|safeguarding|views?|profiles?)\b",
        ),
        Side(
            "uses it for the organisation's business",
            (
                (
                    rf"{SOCIAL}.*\b(?:main|principa?le?|primary|useful|effective|key|preferred|quickest"
                    r"|best|easiest|encourag\w+|promot\w+|developed|recruit\w*|publicise|advertise"
                    r"|(?:share|tell|give|for) .{0,20}(?:news|famil\w+|members|patients|residents|public))\b"
                    r"|\b(?:encourag\w+|promot\w+|(?:may|can|should|must|to"
                    r"|will|please) (?:\w+ )?(?:use|share|post|run|open|set up)|main|principa?le?|announc\w+"
                    rf"|publicis\w+) .{{0,60}}{SOCIAL}"
                ),
            ),
            NOT_NEGATIVE,
            r"\b(?:not|never|personal|private|privacy|your own|post it|review|register|risks?|dangers?"
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
                    r"\b(?:not|no|never"
                    r"|nor) (?:\w+ ){0,4}(?:expect\w*)(?: \w+){0,3} ?[‘'“\"]?priva(?:cy|te)\b"
                    r"|\bno (?:right to )?privacy\b|\bnothing .{0,60}\bis private\b|\bnot (?:regard"
                    r"|treat|see|consider) .{0,20}\bprivate\b|\b(?:mail|e-?mails?|messages?) (?:is"
                    r"|are) not private\b|\b(?:any|all|every) (?:\w+ )?(?:e-?mails?|messages?"
                    r"|mailbox\w*) (?:may|can|will) be (?:\w+ )?(?:read|opened|inspected|examined"
                    r"|monitored)\b|\b(?:may|can|will) (?:\w+ ){0,4}(?:read|open|inspect|examine"
                    r"|monitor)\w* (?:\w+ ){0,3}(?:any|all|every) (?:\w+ ){0,3}(?:e-?mails?|messages?"
                    r"|mailbox\w*)\b|\b(?:may|can|will) (?:\w+ )?(?:read|open|inspect|examine|monitor)"
                    r" (?:any|every)thing\b"
                ),
            ),
        ),
        Side(
            "promises limits on who looks",
            (
                (
                    r"\b(?:not|never|only|no|nobody|alone)\b.{0,60}\b(?:examin\w+|read|inspect\w*"
                    r"|open(?:ed)?|access\w*|look\w*)\b .{0,60}\b(?:private|personal|mailbox(?:es)?"
                    r"|messages?|e-?mails?|correspondence|material)\b|\b(?:private"
                    r"|personal)\b.{0,40}\b(?:not|never|only)\b.{0,30}\b(?:read|opened|examined"
                    r"|inspected)\b|\b(?:messages?|mail|e-?mails?)\b.{0,60}\b(?:no|nobody"
                    r"|never)\b.{0,40}\b(?:read|open|look)\w*"
                ),
                (
                    r"\b(?:without|unless|reasonable|cause|suspicion|consent|authoris\w+|private"
                    r"|permission|approv\w+|agree\w*|reason)\b"
                ),
            ),
            ANY,
            r"\b(?:expect|other users|passwords?|do not open|never open|attachments?|unknown|software"
            r"|download|stored|gain access|social)\b",
        ),
        "Say in one place what may be looked at, by whom, for what cause, and who agrees to it first.",
    ),
    open_or_shut(
        "messaging apps",
        (
            (
                r"\b(?:whatsapp|instant messag\w+|messaging apps?|text messag\w+|messenger|signal app"
                r"|telegram|sms)\b"
            ),
        ),
        "Say which app may be used, for what, and what must never go in it.",
        r"\b(?:personal social|privately)\b",
    ),
    open_or_shut(
        "own phones and computers",
        (
            (
                rf"{OWN} (?:\w+ )?(?:phones?|mobiles?|devices?|smartphones?|laptops?|computers?"
                r"|tablets?|equipment)\b"
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
                r"|writing assistants?|generative ai)\b"
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
        r"\b(?:consent|permission|indecent|offensive|sexual\w*|own child\w*|download|relation"
        r"|embarrass\w*|obscene|pornographic|permitted use|untag|suitability)\b",
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
