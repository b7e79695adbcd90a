"""Who are the recipients of a draft, and how many schools do they make?

Each recipient is placed once: the directory is asked first, then the organisation's own domains,
then the shape of the address. Schools are counted, never addresses; what could not be opened is said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.directory.group_names import is_for_schools
from app.directory.pupil_mailboxes import is_of_pupil
from app.domain.address import (
    SCHOOL_SUFFIXES,
    is_webmail,
    is_within,
    normal_address,
    normal_domain,
    school_domain,
)
from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import Draft, Recipient, RecipientKind
from app.domain.school import Listing, Phase, School
from app.ports import Directory

CAPS = frozenset({100, 500, 1000})
"""Outlook hands over at most so many recipients of a field; a field that is exactly full may hold more."""


@dataclass(frozen=True, slots=True)
class KnownMailboxes:
    """What the organisation says of addresses.

    `pupils` are domains and patterns of pupils' mailboxes beside the usual shapes; `bulk_senders` addresses
    that may write to all schools.
    """

    pupils: tuple[str, ...] = ()
    bulk_senders: tuple[str, ...] = ()


NONE_KNOWN = KnownMailboxes()


def resolve_audience(
    draft: Draft,
    directory: Directory,
    own_domains: Sequence[str],
    school_suffixes: Sequence[str] = SCHOOL_SUFFIXES,
    known: KnownMailboxes = NONE_KNOWN,
) -> Audience:
    """The readers of `draft`, placed and counted."""
    addresses = [normal_address(r.mailbox.address) for r in draft.recipients]
    sender = normal_address(draft.sender.address) if draft.sender else ""
    listings = directory.look_up(sorted({a for a in (*addresses, sender) if a}))
    placing = _Placing(
        listings,
        tuple(filter(None, map(normal_domain, own_domains))),
        tuple(s.strip(". ").lower() for s in school_suffixes),
        known.pupils,
    )
    readers = tuple(placing.place(r, a) for r, a in zip(draft.recipients, addresses, strict=True))
    once = tuple(_distinct(readers, addresses))
    tally = Counter(r.belonging for r in once)
    reached = _Reached(once)
    return Audience(
        readers=readers,
        people=sum(1 if r.members is None else r.members for r in once),
        is_lower_bound=_may_be_more(draft, once),
        schools=reached.schools,
        clusters=reached.clusters,
        unclustered=reached.unclustered,
        phases=reached.phases,
        inside=tally[Belonging.INSIDE],
        outside=tally[Belonging.OUTSIDE],
        webmail=tally[Belonging.WEBMAIL],
        groups=sum(r.recipient.kind is RecipientKind.GROUP for r in once),
        unknown=tally[Belonging.UNKNOWN],
        share=reached.share(directory.open_schools()),
        is_from_school=_is_a_school(sender, listings, school_suffixes),
        is_from_recognised=bool(sender) and sender in map(normal_address, known.bulk_senders),
        is_from_private=placing.is_private(sender),
        members_outside=sum(r.members_outside or 0 for r in once),
    )


def _is_a_school(sender: str, listings: Mapping[str, Listing], suffixes: Sequence[str]) -> bool:
    """Whether the directory lists this very address, or its domain is one that only schools have."""
    listing = listings.get(sender, Listing())
    is_listed = listing.is_exact and bool(listing.schools)
    return is_listed or bool(school_domain(sender.rpartition("@")[2], suffixes))


class _Placing:
    """What one recipient is to the organisation."""

    def __init__(
        self,
        listings: Mapping[str, Listing],
        own: tuple[str, ...],
        suffixes: tuple[str, ...],
        pupils: tuple[str, ...],
    ) -> None:
        self._listings, self._own, self._suffixes, self._pupils = listings, own, suffixes, pupils

    def is_private(self, address: str) -> bool:
        """Whether an address is a private person's, and no school's or colleague's."""
        domain = address.rpartition("@")[2]
        is_listed = bool(self._listings.get(address, Listing()).schools)
        return is_webmail(domain) and not is_listed and not is_within(domain, self._own)

    def place(self, recipient: Recipient, address: str) -> Reader:
        """Place one recipient; `address` is its normal spelling, empty when it has none."""
        reader = self._place(recipient, address)
        if recipient.kind is RecipientKind.GROUP:
            told = recipient.facts
            reader = replace(reader, members=told.members, members_outside=told.outside)
        return replace(reader, is_pupil=True) if address and self._is_pupil(reader, address) else reader

    def _is_pupil(self, reader: Reader, address: str) -> bool:
        is_at_school = bool(school_domain(address.rpartition("@")[2], self._suffixes))
        return is_of_pupil(reader, address, self._pupils, is_at_school=is_at_school)

    def _place(self, recipient: Recipient, address: str) -> Reader:
        is_group = recipient.kind is RecipientKind.GROUP
        if not address or recipient.kind is RecipientKind.CONTACT_LIST:
            return Reader(recipient, Belonging.UNKNOWN)
        listing = self._listings.get(address, Listing())
        domain = address.rpartition("@")[2]
        if listing.is_closed:
            return Reader(recipient, Belonging.CLOSED_SCHOOL)
        if listing.schools and (listing.is_exact or not self._is_our_own(domain, listing)):
            return Reader(recipient, Belonging.SCHOOL, listing.schools, listed=listing.is_exact)
        return Reader(recipient, *self._by_domain(domain, recipient, is_group=is_group))

    def _is_our_own(self, domain: str, listing: Listing) -> bool:
        """Whether only a school's page on our own website makes this address look like the school's."""
        return domain in self._own or any(school.domain in self._own for school in listing.schools)

    def _by_domain(
        self, domain: str, recipient: Recipient, *, is_group: bool
    ) -> tuple[Belonging, tuple[School, ...]]:
        if domain not in self._own and (registered := school_domain(domain, self._suffixes)):
            return Belonging.SCHOOL, (School(urn="", name=registered, domain=registered),)
        if is_within(domain, self._own):
            hides_schools = is_group and is_for_schools(recipient.mailbox)
            return (Belonging.UNKNOWN if hides_schools else Belonging.INSIDE), ()
        if is_group:
            return Belonging.UNKNOWN, ()
        return (Belonging.WEBMAIL if is_webmail(domain) else Belonging.OUTSIDE), ()


class _Reached:
    """The schools behind the readers, each counted once."""

    def __init__(self, readers: Iterable[Reader]) -> None:
        self._alone: dict[str, School] = {}
        shared: list[tuple[School, ...]] = []
        for reader in readers:
            if reader.is_shared:
                shared.append(reader.schools)
            else:
                self._alone.update((_key(s), s) for s in reader.schools)
        self._known = {s.urn for schools in (*shared, self._alone.values()) for s in schools if s.urn}
        self._joint = _joined(shared, self._alone)

    @property
    def schools(self) -> int:
        """An address that serves several adds one school, or none if one of them is reached anyway."""
        return len(self._alone) + len(self._joint)

    @property
    def clusters(self) -> tuple[str, ...]:
        return tuple(sorted({s.cluster for s in self._counted() if s.cluster}))

    @property
    def unclustered(self) -> int:
        """Schools counted of which no cluster is known."""
        alone = sum(not s.cluster for s in self._alone.values())
        return alone + sum(not any(s.cluster for s in schools) for schools in self._joint)

    @property
    def phases(self) -> tuple[Phase, ...]:
        seen = {s.phase for s in self._counted()}
        return tuple(phase for phase in Phase if phase in seen)

    def share(self, open_schools: int) -> float:
        """The part of the directory's open schools that some reader belongs to."""
        return min(1.0, len(self._known) / open_schools) if open_schools else 0.0

    def _counted(self) -> Iterable[School]:
        yield from self._alone.values()
        for schools in self._joint:
            yield from schools


def _joined(shared: Sequence[tuple[School, ...]], alone: Mapping[str, School]) -> list[tuple[School, ...]]:
    """Addresses that serve several schools, merged where they share one, without those already reached.

    The order of the recipients makes no difference: two offices of one trust are one.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for schools in shared:
        for school in schools[1:]:
            parent[root(_key(school))] = root(_key(schools[0]))
    reached = {root(key) for key in alone if key in parent}
    merged: dict[str, dict[str, School]] = {}
    for schools in shared:
        top = root(_key(schools[0]))
        if top not in reached:
            merged.setdefault(top, {}).update((_key(s), s) for s in schools)
    return [tuple(schools.values()) for schools in merged.values()]


def _key(school: School) -> str:
    return school.urn or school.domain


def _distinct(readers: Sequence[Reader], addresses: Sequence[str]) -> Iterable[Reader]:
    """Each address once, however many fields it is in; entries without an address all stay."""
    seen: set[str] = set()
    for reader, address in zip(readers, addresses, strict=True):
        if not address or address not in seen:
            seen.add(address)
            yield reader


def _may_be_more(draft: Draft, readers: Iterable[Reader]) -> bool:
    filled = Counter(r.field for r in draft.recipients)
    is_capped = draft.recipients_capped or not CAPS.isdisjoint(filled.values())
    return is_capped or any(_is_unopened(r) for r in readers)


def _is_unopened(reader: Reader) -> bool:
    is_group = reader.recipient.kind is RecipientKind.GROUP
    return reader.belonging is Belonging.UNKNOWN or (is_group and reader.members is None)
