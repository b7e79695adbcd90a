"""Does this mail rely on paper where an electronic copy would do?

What it sees: sentences that say something will reach its readers by post, courier or as a printed copy, or
that it is to be had on paper only, where the mail gives no electronic copy; and requests for a print run.

What it does not see: things that have to be things (kits, books, medals, keys, exam papers, signed
originals), paper offered beside a link, an attachment or a website, a few copies printed in the office for a
meeting.
"""

from collections.abc import Iterator

from app import linear
from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.words import any_of, first_found, whole, whole_any
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading

_ID = "paper-or-electronic"
_COPY = "(?:copy|copies|versions?|forms?|booklets?|packs?|letters?|guides?|newsletters?)"
_PAPER = rf"(?:paper|hard|printed)[ -]?{_COPY}"
_PRINTED = any_of(r"""
    (?:information |resource |training |welcome |induction )?packs?|leaflets?|booklets?|brochures?
    posters?|flyers?
    prospectus(?:es)?|newsletters?|letters?|guides?|guidance|forms?|documents?|reports?|directories
    directory|handbooks?
    programmes?|questionnaires?|surveys?|application forms?|calendars?|hard copy|hard copies|invitations?
    minutes
    polic(?:y|ies)|bulletins?|timetables?|toolkits?|circulars?|resources|copy|copies
""")
_SENT = any_of(
    "sent|posted|mailed|couriered|delivered|distributed|dispatched|despatched|going|coming|shipped"
)
_BY = any_of(r"""
    by (?:\S+ )?(?:post|courier|mail|van|hand)|in the (?:post|internal post|courier|mail|school bag)
    through the post|via (?:the )?(?:\S+ )?(?:post|courier|school bag)|by snail mail
    with the courier|in the courier (?:bag|run)
""")
_SENDS = any_of("post|mail out|courier|posting|couriering|mailing out")
_WILL = any_of(r"will|shall|are|is|am|have been|has been|is being|are being|'ll|going to|'re")
_TO_SCHOOLS = any_of(r"""
    (?:all |every |each |your |local |the |our |kent )*(?:schools?|head ?teachers?|heads|school offices?|academ(?:y|ies)|governors|clerks)
""")  # noqa: E501 - one phrase a line
_SENT_ON_PAPER = whole(
    rf"(?:{_PAPER}\s+(?:\S+\s+){{0,8}}?{_WILL}\s+(?:also\s+|now\s+|soon\s+)?(?:be\s+|being\s+)?(?:{_SENT}|{_BY}|on\s+(?:its|their)\s+way)"
    rf"|{_PRINTED}\s+(?:\S+\s+){{0,8}}?{_WILL}\s+(?:\S+\s+){{0,2}}?(?:be\s+|being\s+)?(?:{_SENT}\s+)?(?:out\s+)?(?:\S+\s+){{0,8}}?{_BY}"
    rf"|{_PRINTED}\s+(?:\S+\s+){{0,8}}?(?:will\s+be|are\s+being|is\s+being)\s+(?:printed\s+and\s+)?(?:posted|couriered|mailed)\s+(?:out\s+)?(?:to|on|this|next|today|tomorrow|shortly|soon)"
    rf"|(?:will|shall|are|am|'ll|going\s+to)\s+(?:be\s+)?(?:{_SENDS})\s+(?:\S+\s+){{0,6}}?(?:{_PRINTED}|to\s+{_TO_SCHOOLS})"
    rf"|(?:post|send|courier)(?:ing)?\s+(?:\S+\s+){{0,4}}?{_PAPER})"
)
_ON_PAPER_ONLY = whole(
    rf"(?:(?:available|provided|produced|issued|offered|supplied|accepted)\s+(?:only\s+)?(?:in|as|on)\s+(?:a\s+)?(?:hard\s+copy|paper|printed\s+(?:form|copy|copies))"
    rf"|(?:hard|paper|printed)\s+(?:copy|copies|forms?)\s+only|only\s+(?:available\s+)?(?:in|on|as)\s+(?:a\s+)?(?:hard\s+copy|paper|print)\b|in\s+print\s+only"
    rf"|{_PAPER}\s+(?:is|are|will\s+be|can\s+be)\s+(?:\S+\s+){{0,2}}?(?:available|collected|picked\s+up|obtained|had)"
    rf"|(?:collect|pick\s+up|ask\s+for|request|fill\s+in|complete|return)\s+(?:\S+\s+){{0,3}}?{_PAPER}"
    rf"|(?:applications?|replies|orders|bookings|returns?)\s+(?:\S+\s+){{0,4}}?(?:on\s+paper|by\s+post)"
    r"|(?:no|not\s+an?|there\s+is\s+no)\s+(?:electronic|online|digital)\s+(?:copy|version|form)"
    r"|not\s+available\s+(?:online|electronically|by\s+e-?mail|on\s+the\s+web\s?site|in\s+electronic\s+form))"
)
_ELECTRONIC = whole_any(r"""
    attach(?:ed|ing|ment|ments)|enclosed here|download\w*|online|on-line|electronic(?:ally)?
    digital(?:ly)?|pdf|links?|website
    web site|web ?page|by e-?mail|e-?mailed|e-?mail (?:it|them|you|copies|the)|soft copy|scanned|below
    portal|intranet|app|sharepoint
    teams|onedrive|shared drive|qr code|google|microsoft forms|e-?bulletin|also e-?mail|parentmail|arbor
""")
_NO_ELECTRONIC = linear.compile(
    r"(?i)\b(?:no|not|n['\x{2019}]t|never|without)\s+(?:\w+\s+){0,3}?"
    r"(?:electronic|online|digital|website|web site|e-?mail|pdf|download)\w*(?:\s+(?:copy|version|form)\w*)?"
)
_THINGS = whole_any(r"""
    passwords?|passcodes?|pins?|kits?|equipment|medals?|troph(?:y|ies)|keys?|cheques?|uniforms?|books?|laptops?|ipads?|tablets
    devices?|samples?|vaccin\w+
    (?:exam|question|test|sats?|secure|live) papers?|signed|signed originals?|original signed|wet signature
    certificates?|badges?|stickers?
    tickets?|passports?|parcels?|gifts?|cards?|flowers|banners?|masks?|gloves|toys|clothes|stamps?
    cd-?roms?|cds?|dvds?|usb
    milk|fruit|food|meals|seeds?|plants?|trees|games|balls|dbs|birth certificate|not|never|don't|n't
    instead of|rather than
    no longer|stop(?:ped)?|used to|job|vacanc(?:y|ies)|first[- ]class|recorded delivery|special delivery
    ballots?
""")
_SCHOOLS = whole(_TO_SCHOOLS)
_NUMBER = any_of(r"""
    \d{1,3}(?:,\d{3})+|\d{2,6}|\d{1,2}k|(?:a|two|three|four|five|six|eight|ten) (?:hundred|thousand)|hundreds
    thousands
""")
_LEAFLETS = any_of(r"""
    leaflets?|booklets?|brochures?|posters?|flyers?|prospectus(?:es)?|newsletters?|magazines?|postcards?
    banners?|folders?
    copies|programmes?|handbooks?|guides?|letterheads?|calendars?|business cards?|packs?|invitations?|menus?
""")
_PRESSWORK = any_of(
    "leaflets?|booklets?|brochures?|posters?|flyers?|prospectus(?:es)?|newsletters?|postcards?|letterheads?"
)
_PRINT_RUN = whole(
    rf"(?:print[ -]?run(?:s)?\s+(?:of|for)|(?:a|the|another|this)\s+(?:\S+\s+)?print[ -]?run"
    rf"|(?:quot(?:e|ation|es)|price[sd]?|cost(?:s|ing|ings)?|estimate)\s+(?:\S+\s+){{0,4}}?(?:for|of|to)\s+(?:\S+\s+){{0,4}}?(?:print(?:ing|ed)?|reprint(?:ing)?)"
    rf"|(?:re)?print(?:ing)?\s+(?:us\s+|me\s+|off\s+)?(?:\S+\s+){{0,3}}?{_NUMBER}\s+(?:\S+\s+){{0,4}}?{_LEAFLETS}"
    rf"|(?:order|like|need|want)\s+(?:to\s+order\s+)?(?:\S+\s+){{0,3}}?{_NUMBER}\s+(?:\S+\s+){{0,3}}?(?:printed\s+)(?:\S+\s+){{0,3}}?{_LEAFLETS}"
    rf"|{_NUMBER}\s+(?:\S+\s+){{0,3}}?{_LEAFLETS}\s+(?:\S+\s+){{0,3}}?(?:printed|to\s+print)"
    rf"|(?:quot(?:e|ation|es)|price|cost|estimate)\s+(?:\S+\s+){{0,2}}?(?:for|of)\s+{_NUMBER}\s+(?:\S+\s+){{0,5}}?{_PRESSWORK})"
)
_AGREED = whole_any("""
    business case|thank you for printing|thanks for printing|no need to print|not to print|instead of printing
""")
_COUNT = linear.compile(r"\d[\d,]*")
_OFFICE_COPIES = 200


def _look(reading: Reading) -> Iterator[Finding]:
    text = reading.own
    has_file = any(not a.inline for a in reading.draft.attachments)
    has_copy = has_file or bool(reading.links) or _ELECTRONIC.search(_NO_ELECTRONIC.sub(" ", text))
    for kind, pattern in (("sent-on-paper", _SENT_ON_PAPER), ("paper-only", _ON_PAPER_ONLY)):
        found = [] if has_copy else list(_places(reading, pattern))
        if found:
            to_schools = reading.audience.schools > 0 or _SCHOOLS.search(text) is not None
            spans = tuple(in_body(reading, start, end) for start, end in found)
            yield Finding(
                _ID, kind, Confidence.MEDIUM, spans, {"to_schools": to_schools, "places": len(spans)}
            )
    runs = [] if _AGREED.search(text) else list(_print_runs(reading))
    if runs:
        spans = tuple(in_body(reading, start, end) for start, end, _ in runs)
        copies = max(count for *_, count in runs)
        yield Finding(_ID, "print-run", Confidence.MEDIUM, spans, {"copies": copies})


def _places(reading: Reading, pattern: object) -> Iterator[tuple[int, int]]:
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        for match in first_found(pattern, words, 1):
            if _THINGS.search(_NO_ELECTRONIC.sub(" ", words)):
                continue
            yield sentence.start + match.start(), sentence.start + match.end()


def _print_runs(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Each request for printing, with the number of copies; one without a number counts as many."""
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        for match in first_found(_PRINT_RUN, words, 1):
            counts = [int(c[0].replace(",", "")[:7]) for c in first_found(_COUNT, match[0], 5)]
            copies = max(counts, default=_OFFICE_COPIES)
            yield sentence.start + match.start(), sentence.start + match.end(), copies


CHECK = Check(
    _ID,
    _look,
    {
        "sent-on-paper": "Something goes out on paper, and the mail gives no electronic copy",
        "paper-only": "Something is to be had on paper only",
        "print-run": "A print run is asked for, or its price",
    },
)
