"""What is kept so that the bulletin reaches schools, and for how long?"""

from app.staff.kept.kept import About, Kept

_AFTER = "{keep_staff_days}"
_WHO = "who it was"

KEPT = (
    Kept(
        "address_lookups",
        "When addresses of schools were opened",
        About.YOU,
        "Addresses are opened only to send mail. Each time is noted, so that nobody can do it unseen.",
        f"{_AFTER}.",
        {
            "id": "a running number",
            "at": "when",
            "by": "for whom, if it was a person",
            "purpose": "what for, such as an issue of the bulletin",
            "addresses": "how many; never which",
        },
        ("keep_staff_days",),
    ),
    Kept(
        "placements",
        "Schools moved to another cluster or officer by hand",
        About.YOU,
        "So that it can be seen who moved a school, and why.",
        f"{_AFTER}.",
        {
            "id": "a running number",
            "urn": "which school",
            "cluster": "the cluster it is in since then",
            "officer": "work address of its local officer since then",
            "at": "when",
            "by": _WHO,
            "why": "why",
        },
        ("keep_staff_days",),
    ),
    Kept(
        "list_entries",
        "Subscription lists",
        About.YOU,
        "To send a message only to the schools that asked for it, and to see how a list came about.",
        f"{_AFTER} after the list has ended, with its history.",
        {
            "id": "a running number",
            "key": "tells one list from another",
            "name": "its name",
            "ends": "its last day, if it has one",
            "schools": "the numbers of the schools on it",
            "changed_at": "when the entry was made",
            "changed_by": "who made the entry",
            "why": "why",
            "follows": "which entry it follows",
        },
        ("keep_staff_days",),
    ),
    Kept(
        "directory_shelf",
        "The directory before the last import, and one being looked at",
        About.YOU,
        "So that an import can be looked at first, and taken back.",
        "Two weeks for the directory before; one day for one that is looked at.",
        {
            "id": "tells them apart",
            "is_before": "which of the two it is",
            "at": "when it was laid there",
            "by": "who imported it, or looked at it",
            "before_at": "when the directory before was imported itself",
            "sealed": "the directory itself, which can be read only with this installation’s key",
        },
    ),
    Kept(
        "refused_addresses",
        "Addresses that refused a message",
        About.NOBODY,
        "So that no mail goes again and again to a mailbox that is not there.",
        "Until the address leaves the directory, or somebody says that it works again.",
        {
            "address_hash": "a code that only this installation can make; it cannot be turned back",
            "times": "how often",
            "last_at": "when it did last",
            "reason": "the answer in short, without an address",
            "for_good": "whether it will never be tried again",
        },
    ),
)
