"""Is this the formal letter of a procedure, which has an order of its own?

A letter about a hearing, a grievance or a capability meeting first says what was decided and why; the
day by which somebody may appeal comes last, and cannot open it.
"""

from app.checks.words import first_found, whole_any

_FEWEST = 2
_PROCEDURE = whole_any("""
    disciplinary|grievance|capability|misconduct|probation(?:ary)?|redundan(?:t|cy)|dismiss(?:al|ed)
    suspen(?:d|ded|sion)|exclu(?:ded|sion)|allegations?|complaint|upheld?|tribunal
    (?:right (?:of|to) )?appeal|be accompanied|hearing|investigat(?:ion|ing|ed|or)
    (?:first|final|written) warning|trade union|stage (?:one|two|three|[1-3])|panel|outcome
""")


def is_formal_letter(subject: str, own: str) -> bool:
    """Whether several different words of such procedures are used, two when the subject has one."""
    said = {match.group().lower() for match in first_found(_PROCEDURE, own)}
    named = {match.group().lower() for match in first_found(_PROCEDURE, subject)}
    return len(said | named) > _FEWEST or (bool(named) and len(said | named) >= _FEWEST)
