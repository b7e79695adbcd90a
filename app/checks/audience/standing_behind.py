"""Does a short mail give the organisation's own say on a matter?

"It has been approved." "The deadline has been moved." "The wall is yours and not ours." Whoever reads that
must know who said it. Orders, thanks, bookings and questions are none.
"""

from app.checks.words import any_of, whole_any

_LONGEST = 4_000
_HAVE = any_of("has been|have been|'s been|was|were|is|are|'s|'re|will be|is being|has now been")
_NOT = any_of("(?:not |now |also |n't )?")
_SAYS = whole_any(rf"""
    (?:it|this|that|(?:your|the|his|her|their) (?:\w+ ){{1,4}}?) ?{_HAVE} {_NOT}(?:approved|agreed to|refused|rejected|granted|awarded|declined|turned down|accepted|upheld|dismissed|allowed|renewed|cancelled|withdrawn|suspended|extended|postponed|moved to|brought forward|put back|successful|unsuccessful|eligible|entitled|paid|overdue|closed)
    (?:we|I)(?: have|'ve| are|'re| am|'m| can| will|'ll| do| shall)? (?:now )?(?:not )?(?:approved?|decided|granted?|refused?|rejected?|awarded|turned down|able to offer|unable to offer|cannot offer|offer(?:ed|ing)? you)
    (?:there|there's|there is|there are|there isn't|there aren't)(?: is| are)?(?: now)?(?: not| no)?(?: an?)? (?:\w+ )?(?:place|places|vacanc(?:y|ies)|charge|fee|appeal|funding|grant)
    (?:is|are|it's|that's) (?:yours|your (?:responsibility|land|wall|fence|tree)) (?:and|,) not (?:ours|the council's)|(?:is|are|it's|that's) (?:not )?(?:ours|our (?:responsibility|land)|the council's)|not our responsibility|(?:is|are) responsible for
    (?:the |your )?deadline (?:\w+ ){{1,3}}?(?:moved|extended|changed|passed)|you have until|you (?:are|aren't|are not|'re not) (?:eligible|entitled|allowed|required)|you (?:do not|don't) (?:qualify|need to pay|have to pay|need permission)
    (?:will|'ll) (?:not |still )?(?:run|operate|open|close|be open|be closed|be collected|resume|go ahead) (?:as (?:normal|usual|planned)|from|until|on|tomorrow|again)
    (?:works?|scheme|project|repairs?|contract|service|building) (?:will )?(?:cost|costs) (?:\w+ )?\x{{a3}}|you (?:owe|must pay|will be fined|were overpaid|have been (?:overpaid|fined|refused|given|offered|awarded))
    (?:your|the) (?:application|claim|appeal|complaint|permit|licence|pass|badge|request) {_HAVE}
""")  # noqa: E501 - one phrase a line
_ASKS = whole_any(r"""
    please|pls|(?:can|could|would|will|may) (?:you|we|i)|thanks|thank you|cheers|ta|order|quote|invoice|book(?:ed|ing)?|automatic reply|out of (?:the )?office
""")  # noqa: E501 - one phrase a line


def answers_for_office(own: str) -> bool:
    """Whether the author's own text gives such a say and wants nothing of the reader."""
    said = own[:_LONGEST]
    asks = "?" in said or _ASKS.search(said.rpartition("\n")[0] or said) is not None
    return not asks and _SAYS.search(said) is not None
