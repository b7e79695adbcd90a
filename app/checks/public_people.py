"""Is somebody named because of a public office, an honour or a book?

What it sees: a title of office or honour with the name ("Sir Martyn", "Cllr Jane Hall"), letters of office
after it (MP), and the words that name an author by the trade or the book. Naming them tells nobody anything
private. It knows no famous people without such words. Titles that are children's names too (King, Prince)
and what pupils make as well (poems, paintings) count for nothing.
"""

from app import linear

_NEAR = 40

_OFFICE = (
    r"(?:sir|dame|lord|baroness|archbishop|mayor|cllr|councillor|alderman|prime minister|minister"
    r"|secretary of state|commissioner|(?:his|her) majesty'?s chief inspector|leader of the council)"
)
_AUTHOR = r"(?:(?:authors?|novelists?|playwrights?|illustrators?),?|(?:books?|novels?) by)"
_LEADS = linear.compile(rf"(?i)\b(?:{_OFFICE},?|{_AUTHOR}) ?$")
_IS = linear.compile(rf"(?i)^{_OFFICE}\b")
_FOLLOWS = linear.compile(r"^,? (?:MP|MS|MSP|MLA)\b|^['\x{2019}]s (?:books?|novels?)\b")


def is_public(text: str, start: int, end: int) -> bool:
    """Whether the person whose name stands there is named as a public figure."""
    return (
        _IS.search(text[start:end]) is not None
        or _LEADS.search(text[max(0, start - _NEAR) : start]) is not None
        or _FOLLOWS.search(text[end : end + _NEAR]) is not None
    )
