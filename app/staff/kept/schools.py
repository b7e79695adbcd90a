"""What is kept of schools and of the service itself, and for how long?"""

from app.staff.kept.kept import About, Kept

_UNTIL_NEXT = "Until the next import of the school register."
_CODE = "a code that only this installation can make; it cannot be turned back"

KEPT = (
    Kept(
        "schools",
        "Schools",
        About.NOBODY,
        "To tell how many schools a mail goes to.",
        _UNTIL_NEXT,
        {
            "urn": "the school’s number in the national register",
            "is_open": "whether it is open",
            "name": "its name",
            "phase": "primary, secondary and so on",
            "cluster": "its cluster",
            "officer": "work address of its local officer",
            "trust": "its trust",
            "federation": "its federation",
            "domain": "its mail domain",
            "type": "academy, maintained by the authority and so on",
            "listed_cluster": "the cluster that the cluster file gives",
            "listed_officer": "the officer that the cluster file gives",
        },
    ),
    Kept(
        "addresses",
        "Addresses of schools, as codes and sealed",
        About.NOBODY,
        "To know a school by its address, and to send the bulletin. No page and no command shows them.",
        _UNTIL_NEXT,
        {
            "address_hash": _CODE,
            "urn": "which school",
            "role": "office, head and so on",
            "domain_hash": _CODE,
            "sealed": "the address itself, opened only to send a message, with a key kept elsewhere",
        },
    ),
    Kept(
        "mail_domains",
        "Mail domains of schools, as codes",
        About.NOBODY,
        "To know a school by its domain.",
        _UNTIL_NEXT,
        {"domain_hash": _CODE, "urn": "which school"},
    ),
    Kept(
        "directory_state",
        "When the school register was read in",
        About.NOBODY,
        "So that every part of the service has the same list.",
        _UNTIL_NEXT,
        {"id": "always 1", "version": "how often it was read in", "imported_at": "when"},
    ),
    Kept(
        "staff_state",
        "When the staff list was read in",
        About.NOBODY,
        "To show how old the list is.",
        "Until the next list.",
        {"id": "always 1", "imported_at": "when"},
    ),
    Kept(
        "policy_editions",
        "The cards that people signed",
        About.NOBODY,
        "To show later what it was that somebody signed.",
        "As long as a signature names them.",
        {"cards": "a code for them", "text": "their words", "since": "when they were first in force"},
    ),
)
