"""Whose matter does a passage speak of: the organisation's pupils, families and staff, or the writer's own?

Words of schools, social care and employment near a story make it the organisation's to protect. The writer's
own family ("my dad", "our youngest daughter") is the writer's to tell; a talk, a book or a press release is
told to all; what is made up is about nobody; and a family may wish that it be told.
"""

from dataclasses import dataclass

from app import linear
from app.checks.stories.gravest import is_gravest
from app.checks.stories.nobodys import is_of_long_ago, speaks_of_now
from app.checks.words import any_of, first_found, whole, whole_any
from app.domain.reading import Reading, Sentence

_NEAR = 200
_HEAD = 600
_WORK = whole_any(r"""
    pupils?|students?|child(?:ren)?|nursery|(?:year|yr|y) ?(?:[1-9]|1[0-3]|r)|class|teachers?|supply|lessons?|schools?|head ?teacher|(?-i:PTA|TA|TAs|TLR)
    senco|sendco|(?-i:SEND|SEN|LAC|PEP|CIN|MASH)|ehcp?|autis(?:m|tic)|adhd|dyslexi[ac]|wheelchair|camhs|paediatric(?:ian|s)?|gp|nurse|diagnosis|free school meals
    social (?:worker|care)|safeguarding|dsl|lado|icpc|cp plan|looked after|in care|foster(?:ed|ing| carers?)?|sgo|early help
    family support|referral|attendance|suspen(?:ded|sions?)|exclu(?:ded|sions?)|mum|carers?|parents|governors|council|tenan(?:ts?|cy)
    adopti(?:on|ve)|birth (?:mother|father|parents?)|disclos(?:ed|es|ures?)|cpoms|myconcern|child protection|self[- ]harm(?:ed|ing)?|neglect|domestic (?:abuse|violence)|stepdad|stepmum|refuge
    tribunal|grievance|disciplinary|capability|occupational health|sick(?:ness)?(?: pay| leave)?|signed off (?:sick|work|with|for|until|by (?:the|her|his|their) (?:gp|doctor))|off (?:again )?with|supervisor|line manager|probation|phased return|staffroom
""")  # noqa: E501 - one phrase a line
_OWN_KIN = whole_any(r"""
    (?:my|our) (?:\w+ ){0,2}?(?:mum|mom|mother|dad|father|parents|sons?|daughters?|kids|wife|husband|sister|brother|baby|nan|gran\w*|family)
""")  # noqa: E501 - one phrase a line
_DEAR = "(?:Mum|Mam|Mom|Dad|Nan|Gran|Grandma|Grandad)"
_OWN_DEAR = linear.compile(
    rf"[\pL\pN,] {_DEAR}\b|^{_DEAR} (?:died|has died|passed away|slipped away|is dying)\b"
)
_FIRST = whole_any("I|I'm|I've|I'll|me|we|we're|we've|sorry")
_CARED_FOR = whole_any("""
    he|him|she|pupils?|child(?:ren)?|student|boy|girl|class|resident|tenant|patient|client|school
""")
_PUBLIC = whole_any(r"""
    (?:who|who've|who have|and have|has|have) (?:\w+ )?(?:fostered|adopted|volunteered|worked) for (?:\w+ )?(?:\w+ )?years|(?:so )?(?:don't|do not) expect a classic|(?:injured|suspended|dropped|doubtful) for (?:the )?(?:match|final|cup|derby|test|game)|hat[- ]trick|fly-half|scrum|midfield\w*|striker|goalkeeper|sent off in
    (?:a|the|our|his|her) talk (?:by|from|on \d|on life|about (?:growing|living|life|losing|being))|in conversation with|tells? (?:his|her|their) (?:own )?story (?:over|at)|guest speaker
    (?:a|the|this month's|next month's|his|her|their|our|new) (?:new |first |debut )?(?:book|novel|memoir|film|documentary|play|musical|podcast|exhibition|biography|autobiography|picture book) (?:is|by|of|about|on|called|follows|tells|set)
    [\x27\x{2019}\x22\x{201D}],? (?:is |which is )?about an? (?:\w+ )?(?:child|girl|boy|teenager|mother|father|family|man|woman|refugee) (?:who|whose)
    the late (?:mr |mrs |ms |dr )?(?-i:\p{Lu})\w+|memorial bench|in loving memory of|obituary
    it is with (?:\w+ ){0,2}(?:sadness|sorrow|regret|hearts?) (?:\w+ ){0,8}?(?:death|passing) of (?-i:\p{Lu})\w+|(?:sad|saddened|sorry) to (?:announce|report) the (?:death|passing) of|pass on the family's thanks
""")  # noqa: E501 - one phrase a line
_OBITUARY = whole_any(r"""
    (?:sad|saddened|sadness|sorry|regret|hearts?) (?:[\w\x27]+ ){0,8}?that (?:our |your )?(?:\w+ ){0,4}?(?-i:\p{Lu})[\w\x27-]+ (?-i:\p{Lu})[\w\x27-]+(?:, (?:who|our|the|your|former|a former|long)\b[\w\x27 ]{1,50},)? (?:has |sadly |suddenly |peacefully ){0,2}(?:died|passed away)
""")  # noqa: E501 - one phrase a line
_RELEASE = linear.compile(
    r"(?im)^[ \t*#-]*(?:draft )?(?:press|media|news) release\b|\bfor immediate release\b"
)
_NEWS = whole_any(r"""
    (?:did|have) (?:you|any of you|anyone) (?:\w+ )?(?:see|seen|read|hear|heard|catch|watch) (?:the|that) (?:\w+ )?(?:piece|article|interview|programme|documentary|obituary|headline) (?:on|about|with|of)
    (?:his|her|its|their) press releases?|press releases? (?:said|says|stated|states)|spokes(?:man|woman|person)|(?:told|asked) (?:the )?reporters|(?:declined|refused) (?:to )?comment|senators?|prime minister
""")  # noqa: E501 - one phrase a line
_OWN_STORY = whole_any(r"""
    as a (?:boy|girl|child|teenager|young \w+)|grew up|growing up|childhood
    years ago|in (?:19|20)\d\d|sa(?:id|ys)
""")
_WORKS = any_of(r"""
    macbeth|hamlet|othello|of mice(?: and men)?|an inspector calls|romeo and juliet|lord of the flies|blood brothers|oliver!?|oliver twist|matilda the musical|les mis\w*|joseph and|anna karenina|frankenstein|jekyll|a christmas carol
    journey's end|great expectations|animal farm|wuthering heights|jane eyre|shakespeare|dickens|steinbeck|tolstoy|holocaust|tudors?|victorians?|stuarts|henry viii|workhouse|punishment book|book (?:club|group)|reading group|panto(?:mime)?
""")  # noqa: E501 - one phrase a line
_WORK_OF_ART = whole(_WORKS)
_STUDY = whole_any(rf"""
    set texts?|text|novels?|novella|plays?|poems?|poetry|scripts?|props?|rehearsals?|scenes?|stage|characters?|chapters?|playwright|musical|production|costumes?|cast|auditions?|drama|author|tragedy
    (?:scheme|unit) of work|units?|syllabus|literature|act (?:one|two|three|four|five|[1-5]|[iv]+)|essays?|reading list|content notes?|lesson \d+
    {_WORKS}
""")  # noqa: E501 - one phrase a line
_STUDY_MARKS = 2
_REAL_LIFE = whole_any("""
    today|yesterday|tonight|tomorrow|this (?:morning|afternoon|week|term|year)|last (?:night|week|month|term|year)|on (?:mon|tues|wednes|thurs|fri)day
    our|your|he's|she's|has been|'s been|have been|told (?:me|us)|i|we
""")  # noqa: E501 - one phrase a line
_OF_TODAY = whole_any("""
    coeliac|allerg\\w+|epipens?|inhalers?|diabet\\w+|asthma\\w*|wheelchair|tickets?|on the coach
    he's|she's|has been|'s been|have been|told (?:me|us)|off sick|signed off|absent|can't (?:make|come|do)|instead|till|until|now|these days|this (?:morning|week|term)|yesterday|(?:his|her) (?:mum|dad|parents)
""")  # noqa: E501 - one phrase a line
_MADE_UP = whole_any(r"""
    (?:details|names|facts|people|pupils?|characters) (?:are|is|have been|has been) (?:all )?(?:made[- ]up|invented|fictional|fictitious|imaginary)
    (?:a|this|these|the|our) (?:\w+ )?(?:made[- ]up|fictional|fictitious|imaginary) (?:\w+ )?(?:example|case|child|pupil|family|scenario|study|profile|letter)s?
    (?:he|she|it|this|the (?:\w+ )?(?:case|child|pupil|family))(?: is| was|'s) (?:all |entirely |completely )?(?:made[- ]up|invented|imaginary|fiction(?:al)?)
    not (?:a real (?:\w+ )?(?:child|pupil|case|person|family)|(?:his|her|their)(?: own)? real names?)|names? (?:has|have) been changed|(?:he|she|they) (?:isn't|is not|aren't|are not) real|(?:one|an|this|the) invented (?:\w+ )?(?:child|pupil|family|case)|training scenario|(?:anonymised|training) case stud(?:y|ies)
""")  # noqa: E501 - one phrase a line
_WISH = whole_any(r"""
    (?:parents?|mum|mother|dad|father|family|wife|husband|partner|widow|he|she|they) (?:has|have) (?:kindly )?(?:asked|agreed|wished) (?:that |for )?(?:us|me|we|this|it) (?:to )?(?:tell|share|let|pass|say|inform|be shared|be told)
    (?-i:\p{Lu}\p{Ll}+) (?:has|have) (?:kindly )?asked (?:me|us) to (?:tell (?:you|everyone|everybody)|share|let (?:you|everyone|everybody|people) know|pass (?:this|it) on)
    at the (?:request|wish) of (?:the|his|her|their) (?:parents|family|mother|father)|with (?:his|her|their|the family's|the parents') (?:permission|consent|agreement|blessing)
    (?:is|are) happy for (?:us|me|you|people|colleagues|this|everyone) to (?:know|tell|share|be told|be shared)
""")  # noqa: E501 - one phrase a line
_REFERENCE = linear.compile(
    r"(?i)\b(?:asked|asking|ask|request(?:ed)?|happy|agreed|give|gave|provide|write|wrote|written)"
    r"(?: \w+){0,4} (?:a|the|your|this|his|her) (?:\w+ )?reference\b|\b(?:job|character) reference\b"
    r"|\breference(?: request)?(?: for|:| -) (?:(?:mr|mrs|ms|miss|mx|dr)\b|(?-i:\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+))"
)
_ORDINARY_COURSE = whole_any(r"""
    (?:youngest|eldest|oldest|middle (?:one|child)|sons?|daughters?|child|children|boys?|girls?|twins?|he|she|they) (?:then )?(?:leaves?|starts?|finish(?:es)?|moves? up|goes up|joins?|left|started|finished)(?: \w+){0,2} (?:in|at|next|this|last) (?:\w+ )?(?:september|july|summer|easter|christmas|year|term|autumn|spring|january|april|august|reception|nursery)
""")  # noqa: E501 - one phrase a line
_CIRCUMSTANCES = whole_any(r"""
    care|refuge|prison|hospital|because|since|after|divorc\w+|separat\w+|died|death|homeless|evict\w+|court|excluded|exclusion|pregnan\w+|ill|illness|mum|dad|mother|father|stepdad|foster\w*|placement
""")
_CONDOLENCE = whole_any(r"""
    (?:sorry|sad|saddened|shocked|upset|heartbroken|thinking of you|condolences|sympath(?:y|ies)|thoughts|prayers|sending (?:you )?(?:our |my |all )?love) (?:[\w,'-]+ ){0,10}?your (?:\w+ )?(?:mum|mam|mom|mother|dad|father|parents?|husband|wife|partner|nan|gran|grandma|grandad|grandfather|grandmother|brother|sister|auntie?|uncle|friend|loss|bereavement|sad news)
""")  # noqa: E501 - one phrase a line
_THANKS = whole_any("""
    well done|big thanks|thanks to|compliments?|congratulations|kudos|proud of|so kind|lovely to hear
    shout-?out
""")
_GLAD_NEWS = whole_any("""
    had (?:her|their|a) baby|gave birth|baby (?:boy|girl)|(?:got|getting|are|is) (?:engaged|married)|tied the knot|new arrival
""")  # noqa: E501 - one phrase a line
_FAREWELL = whole_any("""
    retir(?:es?|ed|ing|ement)|farewell|leaving (?:do|party|us|present|card)|(?:his|her|their) last day|goodbye to|moving on to
""")  # noqa: E501 - one phrase a line
_ACCESS = whole_any(r"""
    (?:in|us(?:es|ing)|has|have|with|on) (?:an? |her |his |their )?(?:\w+ )?(?:wheelchair|walking frame|mobility scooter|crutches|hearing aids?|(?:hearing|guide|assistance) dog)
""")  # noqa: E501 - one phrase a line
_MADE_ROOM = whole_any("""
    rooms?|lifts?|ramps?|ground floor|step-?free|loop|seats?|desk|parking|space|doors?|table|taxi
""")
_OF_A_CHILD = whole_any(r"pupils?|child(?:ren)?|students?|year \d+|boys?|girls?|class|mum|dad")
_IN_DATA = whole_any(r"(?:error|query|validation|warning|rule) (?:code )?\d+")
_MINUTES = linear.compile(
    r"(?i)\bminutes (?:of|from)\b|^minutes\b|\bpresent:[^\n]*\bapologies\b|(?m:^present:)"
)
_REPORTED = whole_any("(?:reported|asked|noted|queried|said|confirmed|told|explained|advised|updated)")
_OF_ONE = whole_any(r"""
    he|she|him|her|his|hers|tested positive|(?-i:\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+) (?:is|was|has|had)|(?:mr|mrs|ms|miss|dr) \w+ (?:has|had|is|was|will)
""")  # noqa: E501 - one phrase a line
_UNKNOWN_PERSON = whole_any(r"""
    (?:a|an|one|some|another) (?:\w+ ){0,2}?(?:lady|gentleman|resident|customer|visitor|member of the public|man|woman|caller|passenger|reader|couple)
""")  # noqa: E501 - one phrase a line


def is_of_work(text: str, sentence: Sentence) -> bool:
    """Whether words of the organisation's work stand in or near a sentence of a text."""
    return _WORK.search(text[max(0, sentence.start - _NEAR) : sentence.end + _NEAR]) is not None


def speaks_of_work(text: str) -> bool:
    """Whether they stand anywhere in a text."""
    return _WORK.search(text) is not None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole mail tells of its stories.

    `is_made_up`: they are about nobody (a case study). `is_release`: the mail speaks of a press release.
    `is_of_study`: of texts, plays or units that are taught; `is_of_art`: the subject names one.
    `is_at_their_wish`: the family or person asked for it to be told, as whoever names a referee does.
    `is_own`: nobody else is named, the writer speaks of themselves. `is_of_first`: the writer speaks of
    themselves, whoever else is named. `is_passed_on`: the writer is not the sender. `is_obituary`: it tells
    readers that somebody whom they know has died. `is_among_colleagues`: nobody else reads it.
    """

    is_made_up: bool
    is_release: bool
    is_of_study: bool
    is_of_art: bool
    is_at_their_wish: bool
    is_praise: bool
    is_own: bool
    is_of_first: bool
    is_passed_on: bool
    is_minutes: bool
    is_farewell: bool
    is_of_long_ago: bool
    is_obituary: bool
    is_among_colleagues: bool

    def is_harmless(self, words: str) -> bool:
        """Whether a sentence tells nothing that is the organisation's to protect.

        The writer's own family, or a word of comfort to the reader about theirs; the subject of a talk, a
        book or a memorial; the news, unless it is among the gravest; what a text tells that is taught; a
        fault in data; what a meeting was told in sum; a child who starts or leaves when all do; thanks for
        help to somebody who stays unknown ("one lady"); a birth or a wedding; among colleagues, how room is
        made for a wheelchair.
        """
        if _PUBLIC.search(words) or _IN_DATA.search(words) or self._is_told_to_all(words):
            return True
        if self._is_of_the_dead(words) or (self.is_among_colleagues and _makes_room(words)):
            return True
        if _ORDINARY_COURSE.search(words) and not _CIRCUMSTANCES.search(words):
            return True
        if not self.is_passed_on and self._is_own_family(words):
            return True
        if self.is_minutes and _REPORTED.search(words) and not _OF_ONE.search(words):
            return True
        return self.is_praise and (_UNKNOWN_PERSON.search(words) or _GLAD_NEWS.search(words)) is not None

    def _is_of_the_dead(self, words: str) -> bool:
        if self.is_obituary and not is_gravest(words):
            return True
        return self.is_of_long_ago and not speaks_of_now(words)

    def _is_told_to_all(self, words: str) -> bool:
        """Whether it is news, unless among the gravest and nobody's own old story, or what is taught."""
        is_news = self.is_release or _NEWS.search(words) is not None
        if is_news and (_OWN_STORY.search(words) or not is_gravest(words)):
            return True
        if self.is_of_art and not _OF_TODAY.search(words):
            return True
        return self.is_of_study and not (_WORK.search(words) or _REAL_LIFE.search(words))

    def _is_own_family(self, words: str) -> bool:
        """Whether the writer tells of their own family, or comforts the reader about theirs."""
        if _OWN_KIN.search(words) or _CONDOLENCE.search(words):
            return True
        return self.is_own and _OWN_DEAR.search(words) is not None


def _makes_room(words: str) -> bool:
    is_of_child = _OF_A_CHILD.search(words) is not None
    return all(p.search(words) for p in (_ACCESS, _MADE_ROOM)) and not is_of_child


def _is_of_study(reading: Reading) -> bool:
    """Whether the subject and the text speak of what is read, played or taught, in two ways at least."""
    title = {match[0].lower() for match in first_found(_STUDY, reading.subject.clean)}
    marks = title | {match[0].lower() for match in first_found(_STUDY, reading.own)}
    return len(marks) >= _STUDY_MARKS


def setting_of(reading: Reading, *, is_anyone_named: bool, is_passed_on: bool = False) -> Setting:
    """What the whole mail tells of the stories in it."""
    head = f"{reading.subject.clean}\n{reading.own}"
    is_of_first, audience = _FIRST.search(reading.own) is not None, reading.audience
    return Setting(
        is_made_up=_MADE_UP.search(head) is not None,
        is_release=_RELEASE.search(head[:_HEAD]) is not None,
        is_of_study=_is_of_study(reading),
        is_of_art=_WORK_OF_ART.search(reading.subject.clean) is not None,
        is_at_their_wish=_WISH.search(reading.own) is not None or _REFERENCE.search(head) is not None,
        is_praise=_THANKS.search(head[:_HEAD]) is not None,
        is_farewell=_FAREWELL.search(head[:_HEAD]) is not None,
        is_minutes=_MINUTES.search(head[:_HEAD]) is not None,
        is_of_long_ago=is_of_long_ago(head),
        is_obituary=_OBITUARY.search(reading.own) is not None,
        is_own=is_of_first and not is_anyone_named and not is_passed_on and not _CARED_FOR.search(head),
        is_of_first=is_of_first,
        is_passed_on=is_passed_on,
        is_among_colleagues=not (audience.schools or audience.outside or audience.unknown),
    )
