"""On which habits of writing and keeping mail do policies pull two ways?

Data: what goes into a message, how, to whom, when, and what becomes of it. The matters are those of any
organisation, not of one set of documents.
"""

from app.policy.linting.stance import Stance
from app.policy.linting.topic import (
    ANY,
    BY_MAIL,
    NEGATIVE,
    NOT_NEGATIVE,
    OUTSIDE,
    PERSON,
    POSITIVE,
    PRIVATE,
    Side,
    Topic,
    open_or_shut,
)

MAIL_TOPICS: tuple[Topic, ...] = (
    Topic(
        "deleting and keeping",
        Side(
            "has messages deleted",
            (
                (
                    r"\b(?:delet\w+|destroy\w*|eras\w+|clear (?:out|your)|purg\w+|empt(?:y|ied)"
                    r"|removed? from)\b"
                ),
                r"\b(?:e-?mails?|messages?|mail(?:box(?:es)?)?|inbox(?:es)?|correspondence)\b",
            ),
            frozenset({Stance.ASKS, Stance.SAYS}),
            r"\b(?:unopened|without opening|unknown|suspicious|virus\w*|spam|junk|phishing|impossible"
            r"|keep|retain|if you delete|even if|in error|by mistake|chain)\b",
        ),
        Side(
            "has them kept",
            (
                (
                    r"\b(?:(?:not|never) (?:\w+ ){0,2}(?:delete\w*|destroy\w*|erase\w*)|(?:keep|keeping"
                    r"|retain\w*|preserv\w+|archiv\w+|kept) (?:\w+ ){0,4}(?:records?|cop(?:y|ies)"
                    r"|messages?|e-?mails?|correspondence|evidence)|(?:e-?mails?|messages?"
                    r"|correspondence) (?:[\w’'-]+ ){0,8}(?:kept|retained|preserved|archived))\b"
                ),
            ),
            ANY,
            r"\b(?:kept (?:brief|short|to a minimum|confidential)|mailing list|password"
            r"|keep (?:\w+ ){0,2}(?:short|brief))\b",
        ),
        "Say which messages are kept, for how long, and that whatever must be kept is never deleted.",
    ),
    Topic(
        "naming people in the subject",
        Side(
            "asks for a person's name or number in the subject",
            (
                r"\bsubject(?: line| heading| field| box)?\b|\bheading\b|\btitle of\b",
                r"\b(?:(?:sur)?names?|numbers?|date of birth|initials|identify|reference|details)\b",
                PERSON,
            ),
            NOT_NEGATIVE,
            r"\b(?:subject to|initials only|subject access|without)\b",
        ),
        Side(
            "keeps such details out of e-mail",
            (
                PRIVATE,
                r"\b(?:e-?mails?|send|share|disclose|subject|unapproved|outside)\b",
            ),
            NEGATIVE,
            r"\b(?:necessarily|post(?:ed|ing)?|privacy|stored)\b",
        ),
        "Ask for initials or a reference that only the two sides know, and let answers drop the name.",
        Side(
            "keeps names out of the subject",
            (r"\bsubject\b", r"\b(?:names?|named|identif\w+|initials)\b", PERSON),
            NEGATIVE,
            r"\bsubject to\b",
        ),
    ),
    Topic(
        "plain text",
        Side(
            "asks for plain text",
            (
                (
                    r"\bplain[ -]text\b|\bno (?:html|formatting)\b|\bwithout formatting\b"
                    r"|\b(?:html|formatting)\b.{0,40}\b(?:not|never)\b"
                    r"|\b(?:not|never|avoid) (?:\w+ ){0,2}(?:html|formatting)\b"
                ),
            ),
            ANY,
            r"\b(?:not|never) (?:\w+ ){0,2}plain",
        ),
        Side(
            "asks for what plain text cannot carry",
            (
                (
                    r"\b(?:links?|hyperlinks?) to\b|\b(?:then|and|may|can) link\b|\b(?:headings"
                    r"|bullets?|bold|logos?|banner|tables?|branded|branding|colours?|images? in"
                    r"|structure (?:the |your )?information|template|formatted)\b"
                ),
                r"\b(?:e-?mails?|messages?|information|write|writing|letters?|newsletters?)\b",
            ),
            NOT_NEGATIVE,
            r"\b(?:plain[ -]text|web ?links?|social|upload any images|subject headings?)\b",
        ),
        "Allow simple formatting (headings, lists, links that say where they lead), with a plain text copy.",
    ),
    Topic(
        "e-mail or talking",
        Side(
            "makes e-mail the main way to write or reach people",
            (
                (
                    r"\be-?mails?\b.{0,40}\b(?:main|principa?le?|primary|preferred|default|first"
                    r"|standard|normal|usual)\b (?:\w+ ){0,2}(?:means|channel|method|route|way|form"
                    r"|mode|choice|port of call)\b|\b(?:main|principa?le?|primary|preferred|default"
                    r"|standard|normal|usual) (?:\w+ ){0,3}(?:means|channel|method|route|way|form"
                    r"|mode) .{0,50}\be-?mail\b|\b(?:all|always|everything|most) .{0,40}\b(?:by|in"
                    r"|via) (?:an )?e-?mail\b"
                ),
            ),
            NOT_NEGATIVE,
            r"\b(?:social|facebook|twitter|telephone|bulletin)\b",
        ),
        Side(
            "puts talking first",
            (
                (
                    r"\b(?:substitute|replacement|instead of|replac\w+|in place of|rather than"
                    r"|hide behind)\b.{0,50}\b(?:verbal|talk\w*|convers\w+|face[ -]to[ -]face|speak\w*"
                    r"|telephon\w+|phon\w+|meet\w*|call\w*)\b|\b(?:talk|speak|telephone|phone|ring|call"
                    r"|meet)\b.{0,40}\b(?:rather than|instead of|before|first|not)\b.{0,20}"
                    r"\b(?:e-?mail|writ(?:e|ing)\b)"
                    r"|\b(?:phone call|telephone|conversation|meeting"
                    r"|face[ -]to[ -]face)\b.{0,40}\b(?:better|best|preferable|first)\b|\b(?:best"
                    r"|better) (?:\w+ ){0,5}(?:phone|telephone|conversation|meeting|in person"
                    r"|face[ -]to[ -]face)\b"
                ),
            ),
        ),
        "Say what e-mail is for and what needs a conversation, with one example of each.",
    ),
    Topic(
        "confidential matters by e-mail",
        Side(
            "rules out all e-mail for them",
            (PRIVATE, BY_MAIL),
            frozenset({Stance.RULES_OUT, Stance.ASKS}),
            rf"{OUTSIDE}|\b(?:addresses|passwords?|secure e-?mail|encrypt\w*|social|subject|privacy"
            r"|unapproved|remain|bulk|unless|stored|accounts?)\b",
        ),
        Side(
            "rules out only some e-mail",
            (
                rf"{OUTSIDE}|\b(?:unless|except).{{0,30}}\b(?:secure|encrypted)\b",
                PRIVATE,
                rf"{BY_MAIL}|\b(?:send|sent|addresses)\b",
            ),
            NEGATIVE,
            r"\b(?:school addresses|lists of|social)\b",
        ),
        "Name the one way that confidential matters may go, inside and outside, and have both say so.",
        Side(
            "has them sent by e-mail",
            (
                (
                    r"\b(?:may|can|should|must|please|always)\b.{0,60}"
                    r"\b(?:send|sent|e-?mail(?:ed)?|shared?|forward(?:ed)?)\b|^(?:send|share|forward|e-?mail)\b"
                ),
                PRIVATE,
                BY_MAIL,
            ),
            NOT_NEGATIVE,
            r"\b(?:(?:must|should|may|can|do) not|cannot|never|nobody|unless|secure(?:ly)?|encrypt\w*"
            r"|passwords?|care|check|aware|risks?|accessed|addresses|instead|rather than|portal)\b",
        ),
    ),
    open_or_shut(
        "read receipts",
        (r"\b(?:read|delivery) receipts?\b",),
        "Say when a read receipt may be asked for.",
    ),
    open_or_shut(
        "greetings and jokes",
        (r"\b(?:(?:seasonal|festive|christmas|birthday) (?:greetings?|messages?|wishes|cards?)|jokes)\b",),
        "Say which greetings are welcome, and to how many people.",
        r"\b(?:discriminat\w+|offensive|racist|sexist)\b",
    ),
    open_or_shut(
        "copies to a manager",
        (r"\b(?:copy|cc|copying|copied)\b.{0,30}\b(?:managers?|supervisors?|heads?|lead)\b",),
        "Say when a manager needs a copy.",
    ),
    Topic(
        "attachments or links",
        Side(
            "asks for attachments",
            (r"\b(?:attach|as (?:an )?attachments?|attached (?:to|as))\b",),
            POSITIVE,
            r"\b(?:do not|avoid|rather than|instead of|large|opening|open|unknown|report)\b",
        ),
        Side(
            "asks for links instead",
            (
                (
                    r"\blinks?\b.{0,30}\b(?:rather than|instead of|not)\b.{0,20}\battach\w*|\b(?:not"
                    r"|never|avoid|rather than|instead of)\b.{0,30}\battach\w*"
                ),
            ),
            ANY,
            r"\b(?:large|big|open(?:ing)?|unknown|unexpected|suspicious|viruses|zip|executable)\b",
        ),
        "Say which files may be attached and which go as a link.",
    ),
    Topic(
        "answers out of hours",
        Side(
            "expects answers out of hours",
            (
                (
                    r"\b(?:evenings?|weekends?|out[ -]of[ -]hours|at all times|24 hours a day|holidays"
                    r"|on leave|round the clock)\b"
                ),
                r"\b(?:check|answer|repl(?:y|ies)|respond|read|monitor|available)\w*\b",
            ),
            frozenset({Stance.ASKS}),
            r"\b(?:not|never|nobody|no|out[ -]of[ -]office)\b",
        ),
        Side(
            "expects none",
            (
                (
                    r"\b(?:not|nobody|never|no)\b.{0,80}\b(?:outside (?:of )?(?:\w+ ){0,2}hours"
                    r"|evenings?|weekends?|out[ -]of[ -]hours"
                    r"|other than (?:\w+ ){0,2}(?:working )?hours|after \d{1,2}(?:[.:]\d\d)? ?[ap]m)\b"
                ),
                r"\b(?:check|answer|repl(?:y|ies)|respond|response|read|attend|expect)\w*\b",
            ),
        ),
        "Say when people must look at their mail, and what to do in an emergency.",
    ),
)
