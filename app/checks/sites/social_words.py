"""Does a sentence send people to social media?

Words that ask the reader to join, use, post on or write to a social network or a messaging group. Talk about
what happens there (lessons, incidents, what somebody posted) and words against using it are left alone.
"""

from app import linear
from app.checks.words import any_of, whole, whole_any

_NETWORK = any_of(r"""
    facebook(?:\.com)?|fb|messenger|instagram(?:\.com)?|insta|twitter(?:\.com)?|x\.com|tik ?tok
    linkedin(?:\.com)?
    snap ?chat|whats ?app
    wa\.me|telegram|discord|reddit|threads|bluesky|social media|social networks?|social networking
""")
SOCIAL = rf"{_NETWORK}(?:['\x{{2019}}]s)?"
_WAY = r"(?:on|via|through|by|in|into|using|over|onto|to)"
_OWNER = r"(?:the|our|my|a|an|this|that|your|their|new)"
_GAP, _SMALL_GAP = r"(?:\S+\s+){0,12}?", r"(?:\S+\s+){0,3}?"
_VERB = any_of(r"""
    post|put|share|send|message|msg|dm|drop|ask|reply|respond|update|discuss|upload|tell|contact|swap|report
    raise|notify
    inform|flag|let (?:me|us|the \S+|\S+) know|get in touch|talk|chat|arrange|confirm|text|say|check
    keep in touch|speak|(?:reach|contact|ring|call) (?:me|us)
    advise|record|register|log|phone
""")
_DONE = any_of(
    "reported|raised|shared|notified|sent|made|discussed|posted|logged|recorded|given|told|arranged"
)
_GROUP = any_of("groups?|chats?|group chats?|channels?|communit(?:y|ies)|broadcast lists?")
_JOIN = any_of(r"""
    join(?: in)?|sign up (?:to|for)|be added to|add (?:you|me|yourself|everyone|people|them|anyone) to
    (?:set|setting) up|create|creating|start(?:ing)?|made|created|started|scan (?:\S+ ){0,4}to join
""")
_TO_PERSON = any_of(r"me|us|(?:the|your) (?:office|school|team|class teacher|teacher|head|dsl|coach)")
_POINTS = whole(
    rf"(?:{_VERB}\s+{_GAP}{_WAY}\s+(?:{_OWNER}\s+)?{_SMALL_GAP}{SOCIAL}"
    rf"|(?:can|may|should|must|could|will|to)\s+(?:now\s+|also\s+)?be\s+{_DONE}\s+{_SMALL_GAP}{_WAY}\s+(?:{_OWNER}\s+)?{_SMALL_GAP}{SOCIAL}"
    rf"|use\s+{_SMALL_GAP}{SOCIAL}\s+{_SMALL_GAP}(?:to|for)"
    rf"|{SOCIAL}\s+{_TO_PERSON})"
)
_HAVE = any_of("we have|there is|there's|we've got")
_JOINS = whole(
    rf"(?:{_JOIN}\s+(?:{_OWNER}\s+)?{_SMALL_GAP}{SOCIAL}\s+(?:\S+\s+)?{_GROUP}"
    rf"|{_JOIN}\s+(?:\S+\s+){{0,6}}?{_GROUP}\s+on\s+{SOCIAL}"
    rf"|{_JOIN}\s+(?:\S+\s+){{0,4}}?(?:https?://)?(?:www\.|m\.)?facebook\.com/groups/"
    rf"|{_HAVE}\s+(?:now\s+)?{_OWNER}\s+{_SMALL_GAP}{SOCIAL}\s+(?:\S+\s+)?{_GROUP})"
)
_WE = r"(?:we|i|let|our\s+\w+|the\s+(?:team|office|service))(?:['\x{2019}]\w+)?"
_MOVE = any_of("mov(?:e|ing)|tak(?:e|ing)|switch(?:ing)?|continu(?:e|ing)|carry(?:ing)? on|shift(?:ing)?")
_RUN = any_of("""
    run(?:ning)?|hold(?:ing)?|provid(?:e|ing)|offer(?:ing)?|giv(?:e|ing)|organis(?:e|ing)|plan(?:ning)?
    co-?ordinat(?:e|ing)|do(?:ing)?|deliver(?:ing)?
""")
_MATTER = any_of("""
    rota|minutes|dates?|times?|plans?|timetable|lists?|forms?|slides|details|papers|agenda|notes|instructions
    updates?
""")
_NEWS_OF = any_of("(?:the |all )?(?:latest |our )?(?:news|updates?|information|info|details) (?:of|on|about)")
_HANDLE = r"(?:us|me|our\s+\S+|@\S+|the\s+\S+\s+(?:team|service))"
_PAGE = r"(?:\s+(?:page|account|channel|feed))?"
_CARRIES_WORK = whole(
    rf"(?:{_WE}\s+(?:\S+\s+){{0,4}}?{_MOVE}\s+{_GAP}(?:to|onto|on|over)\s+(?:{_OWNER}\s+)?(?:\S+\s+)?{SOCIAL}"
    rf"|{_WE}\s+(?:\S+\s+){{0,4}}?{_RUN}\s+{_GAP}{_WAY}\s+(?:{_OWNER}\s+)?(?:\S+\s+)?{SOCIAL}\s+(?:\S+\s+)?{_GROUP}"
    rf"|{_MATTER}\s+(?:is|are|will)\s+(?:\w+\s+)?(?:be\s+)?(?:\w+\s+)?(?:in|on)\s+{_OWNER}\s+(?:\S+\s+)?{SOCIAL}\s+{_GROUP}"
    rf"|follow\s+{_HANDLE}\s+on\s+(?:{_OWNER}\s+)?{SOCIAL}{_PAGE}\s+for\s+{_NEWS_OF}"
    rf"|for\s+{_NEWS_OF}\s+(?:\S+\s+){{1,6}}?follow\s+{_HANDLE}\s+on\s+(?:{_OWNER}\s+)?{SOCIAL})"
)
_NOT = r"(?:not|never|n['\x{2019}]t|no longer|avoid|stop)"
_DOING = any_of(r"""
    us(?:e|ed|ing)|join|rely|posting|sharing|accept\w*|set|create|add|discussing|reporting|contacting
""")
_IS_NOT = r"(?:is|are|can|must|should|may|will|does|do)(?:\s+not|n['\x{2019}]t)"
_AGAINST = whole(
    rf"(?:{_NOT}\s+(?:\w+ly\s+)?(?:be\s+|being\s+|to\s+)?(?:\S+\s+or\s+)?(?:{_VERB}|{_DONE}|{_DOING})"
    rf"|not\s+{_WAY}\s+{_SMALL_GAP}{SOCIAL}"
    rf"|not\s+(?:an?|the|with|your|any)\s+(?:\S+\s+){{0,8}}?{SOCIAL}"
    rf"|(?:rather than|instead of|other than|away from|(?:come|get|stay|keep)\s+off)"
    rf"\s+(?:\S+\s+){{0,5}}?{SOCIAL}"
    rf"|{SOCIAL}\s+(?:\S+\s+)?{_IS_NOT}|nobody|no one"
    rf"|(?:can|do|must|should)n['\x{{2019}}]t\s+(?:\S+\s+)?{_VERB})"
)
_TALK = whole_any(r"""
    e-?safety|online safety|digital safety|cyber ?bull\w+|bull(?:y|ied|ying)|lessons|assembl(?:y|ies)
    lesson (?:on|about|in|for|to|with|was|is|today|this|last|next|where|when|that|we|and|of)
    (?:a|the|our|my|this|pshe|computing|assembly|safety) lesson\W*$
    polic(?:y|ies)|guidance
    under 1[36]|age (?:limit|restriction|rating)s?|incidents?|screenshots?|complain\w*|allegations?
    comments? (?:made|posted|on|about)
    use of|misuse|behaviour on|posts? (?:about|on|by)|seen on|saw on|happen\w* on|abuse on|content on
    messages on|grooming
    fake (?:account|profile)s?|hack\w*|scams?
    (?:parents?|pupils?|students?|children|they|he|she|boys|girls) (?:\w+ ){0,2}(?:posts?|shares?|uses?|using)
    privacy|permission|consent|photographs? of (?:pupils|children)|trolls?|harass\w*|research|campaign
    (?:saw|seen|read|received|noticed) (?:\S+ ){0,5}?(?:on|in|via) (?:\S+ )?(?:facebook|whatsapp)
    (?:the|this|that|her|his|their) (?:posts?|comments?|messages?|chats?) (?:on|in)
    (?:the|this|that|vacant|new) posts? (?:will|is|are|was|were|has|of|as|at|may)
    what (?:\S+ ){0,6}?(?:put|shared|sent|said|posted|wrote)
    (?:who|which|they|he|she|people|some|has|had) (?:\w+ )?(?:swap|posts?|shared?|put|says?|said|sent|talk)
    workshop|training|yesterday|last (?:night|week)
    (?:parents?|pupils?|students?|mums?|families|pta) (?:\w+ ){0,2}(?:set up|made|created|started|runs?)
""")
_SPEAK_OF = any_of("ask|tell|talk|speak|discuss|report|raise|flag|notify|inform|let \\S+ know")
_WHAT_IS_THERE = any_of("""
    pages?|adverts?|ads?|advertisements?|presence|profiles?|accounts?|strategy|rumours?|remarks?|reviews?|stories
    do|does|did|doing|see|sees|saw|watch|are|is
""")
_SPOKEN_OF = whole(
    rf"(?:{_SPEAK_OF}\s+(?:\S+\s+){{0,8}}?{_WHAT_IS_THERE}\s+on\s+(?:\w+\s+)?{SOCIAL}"
    rf"|(?:block|ban|remove|delete|monitor|uninstall|restrict|close)(?:s|d|ed|ing)?\s+{_SMALL_GAP}{SOCIAL})"
)
_SOCIAL = whole(SOCIAL)


def names_social(words: str) -> bool:
    """Whether a sentence names social media at all."""
    return _SOCIAL.search(words) is not None


def is_against(words: str) -> bool:
    """Whether a sentence tells people not to use it."""
    return _AGAINST.search(words) is not None


def is_talk(words: str) -> bool:
    """Whether a sentence is about what happens there."""
    return any(pattern.search(words) for pattern in (_TALK, _SPOKEN_OF))


def find_pointer(words: str) -> tuple[int, int] | None:
    """Where a sentence sends people there; None when it does not."""
    match = _POINTS.search(words) or _JOINS.search(words) or _CARRIES_WORK.search(words)
    return match.span() if match is not None else None


def is_to_group(words: str) -> bool:
    """Whether it is a group there that people are sent to."""
    return _GROUPED.search(words) is not None


_GROUPED = linear.compile(rf"(?i)\b{SOCIAL}\s+(?:\S+\s+)?{_GROUP}\b|\b{_GROUP}\s+on\s+{SOCIAL}\b")
