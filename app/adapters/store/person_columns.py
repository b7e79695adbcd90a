"""How does a row name a person? By two columns, an address and a name, after the part they play."""

from typing import Any

from app.domain.item import Person


def columns_of(role: str, person: Person | None) -> dict[str, Any]:
    """`<role>_address` and `<role>_name`; both empty where there is nobody."""
    return {
        f"{role}_address": person.address if person else None,
        f"{role}_name": person.name if person else None,
    }


def person_in(name: str | None, address: str | None) -> Person | None:
    """The person that the two columns name."""
    return None if address is None else Person(name or "", address)
