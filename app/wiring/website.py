"""Where can what went out be read by schools?"""

from app.bulletin.printed.archive import ArchiveWebsite
from app.bulletin.printed.layout import NO_WEBSITE, Website
from app.domain.item import ItemState
from app.wiring.installation import Installation


def website_of(made: Installation) -> Website:
    """The pages of the archive, when schools reach this service; else mails tell everything themselves."""
    base = made.settings.website
    return ArchiveWebsite(base, made.bulletin.documents.facts) if base else NO_WEBSITE


def link_to(made: Installation, number: str) -> str:
    """Where an item can be read; empty until it has gone out."""
    item = made.bulletin.book.item(number)
    return website_of(made).item(number) if item and item.state is ItemState.OUT else ""
