"""At which domains does a school have its mailboxes, and whose is an address found by its domain?

A domain is a school's when it is its web domain, or when it has the shape of a school's domain and
only that school's addresses are at it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.domain.school import Listing, School

_FEWEST_LABELS = 2


def mail_domains(
    of_web: Iterable[tuple[str, str]], of_mail: Iterable[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Pairs of domain and school number, out of such pairs of web addresses and of mail addresses.

    Domains may be hashed: they are only compared. `of_mail` are domains with a school's shape.
    """
    found = set(of_web)
    holders: dict[str, set[str]] = defaultdict(set)
    for domain, urn in of_mail:
        holders[domain].add(urn)
    claimed = {domain for domain, _ in found}
    for domain, urns in holders.items():
        if domain not in claimed and len(urns) == 1:
            found.update((domain, urn) for urn in urns)
    return found


def domains_to_try(domain: str) -> list[str]:
    """The domain, then each domain that it lies below, nearest first."""
    labels = domain.split(".")
    return [".".join(labels[i:]) for i in range(len(labels) - _FEWEST_LABELS + 1)]


def listing_by_domain(schools: Sequence[School]) -> Listing:
    """What is known of an address that is only at the domain of `schools`.

    Several schools at one domain are known as one when they are of one trust or federation.
    """
    is_one = len(schools) == 1
    is_trust = len({s.trust for s in schools}) == 1 and bool(schools[0].trust)
    is_federation = len({s.federation for s in schools}) == 1 and bool(schools[0].federation)
    return Listing(tuple(schools)) if is_one or is_trust or is_federation else Listing()
