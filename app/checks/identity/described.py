"""Does a mail say that the file with it holds what is known of people?

Office files are not opened, but their sender says what is in them: "the payslips of our kitchen staff",
"UPNs, SEN codes and ethnicity for all 212". One thing that is nobody else's business is enough, or two
columns of a list. Forms to fill in, templates, guidance and what is only asked for hold nothing yet.
"""

from app import linear
from app.checks.pointing import excerpt_of, in_body
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import MOST_FOUND, first_found, whole_any
from app.domain.draft import AttachmentKind, Field
from app.domain.finding import Span
from app.domain.reading import Reading

_ENOUGH, _MOST_SPANS, _LONGEST = 2, 5, 200
_BETWEEN = linear.compile(r"[_\W]+")
_GRAVE = whole_any(r"""
    payslips|pay ?slips|national insurance numbers?|ni numbers?|bank (?:account )?details|sort codes|passport (?:numbers|copies|scans)|medical (?:forms|letters?|records?|notes|reports?|histor(?:y|ies))|care plans?|health (?:plans|records)|case (?:notes|files?|records)
    child protection (?:plans?|files?|records?|minutes)|chronolog(?:y|ies)|safeguarding (?:files?|records?|logs?)|occupational health reports?|sickness records?|disciplinary (?:records?|files?|outcomes?)|salaries|pupil files?|ehcps?|education,? health and care plans?|psychologist's reports?|dbs (?:results|certificates)
""")  # noqa: E501 - one phrase a line
_FILE = whole_any(r"""
    medicals|oh report|payslip|icpc|(?:cp|lac|cin|pep|taf) (?:minutes|notes|review|report|plan)|(?:all|whole|full) (?:\w+ )?(?:pupils?|students?|staff|children)(?: \w+)?|class ?list|pupil (?:list|data|export)|exclusions?|referrals?
""")  # noqa: E501 - one phrase a line
_COLUMN = whole_any(r"""
    upns?|dates? of birth|d\.?o\.?bs?|birth ?dates?|(?:home )?addresses|ethnicit(?:y|ies)|religions?|first languages?|sen(?:d)? (?:codes?|status|needs|register)|lac (?:flags?|status)|looked[- ]after (?:status|flags?)|free (?:school )?meals?|fsm|pupil premium|cat scores?|reading ages|test scores|attendance (?:figures|marks|rates)|allerg(?:y|ies)|diets|dietary needs|medication|next of kin|emergency contacts|parents' (?:names|numbers|e-?mails)|names|grades|absences
""")  # noqa: E501 - one phrase a line
_NOTHING_YET = whole_any(r"""
    your (?:\w+ ){0,2}forms?|asks? for|blank|templates?|guidance|polic(?:y|ies)|how to|please (?:send|return|complete|fill)|forms? (?:to|for you to|is|are) (?:be )?(?:fill|complete|sign)\w*|to (?:fill|complete)|anonymis\w+|without names|no names|sample|dummy|made[- ]up|could you send|can you send|do not (?:send|include)|don't (?:send|include)
    by the (?:secure|portal)|encrypted|password[- ]protected|secure (?:portal|link|folder|channel|mail)
""")  # noqa: E501 - one phrase a line


def personal_file(reading: Reading) -> tuple[Span, ...]:
    """The sentences and the names of files that say so, where a file is with the mail."""
    files = [
        (at, f)
        for at, f in enumerate(reading.draft.attachments)
        if f.kind is AttachmentKind.FILE and not f.inline
    ]
    if not files or _NOTHING_YET.search(reading.own):
        return ()
    said = ((s, words_of(reading.own, s)) for s in sentences_in(reading))
    told = [in_body(reading, s.start, s.end) for s, words in said if _tells_of_people(words)]
    named = [
        Span(Field.ATTACHMENTS, at, at + 1, excerpt_of(f.name)) for at, f in files if _is_so_named(f.name)
    ]
    return (*told[:_MOST_SPANS], *named[:_MOST_SPANS])


def _is_so_named(name: str) -> bool:
    words = _BETWEEN.sub(" ", name[:_LONGEST])
    return any(p.search(words) for p in (_GRAVE, _FILE)) and not _NOTHING_YET.search(words)


def _tells_of_people(words: str) -> bool:
    columns = {match[0].lower() for match in first_found(_COLUMN, words, MOST_FOUND)}
    return _GRAVE.search(words) is not None or len(columns) >= _ENOUGH
