"""At which domain does a school have its mailboxes, going by its web address?

The register holds web addresses as people typed them. A page at a website builder or a social
network says nothing about mail.
"""

from app.domain.address import is_webmail, is_within, normal_domain

_BUILDERS = """
    blogspot.co.uk blogspot.com canva.site e4education.co.uk eschools.co.uk facebook.com github.io
    godaddysites.com google.com instagram.com j2bloggy.com juniperwebsites.co.uk linkedin.com primarysite.net
    primaryblogger.co.uk schooljotter.com schooljotter2.com schudio.com secureprimarysite.net sites.google.com
    squarespace.com twitter.com webs.com weebly.com wix.com wixsite.com wordpress.com x.com youtube.com
"""
_REGISTRIES = "ac.uk co.uk gov.uk ltd.uk me.uk net.uk nhs.uk org.uk plc.uk sch.uk sch.example"

_NOT_FOR_MAIL = frozenset(_BUILDERS.split())
_NOBODYS = frozenset(_REGISTRIES.split())


def web_domain(website: str) -> str:
    """The domain of a web address in any spelling; empty when it cannot be a school's own."""
    text = website.strip().lower().replace("\\", "/")
    text = text.rpartition("@")[2] if "@" in text else text
    for scheme in ("https", "http"):
        text = text.removeprefix(scheme)
    text = text.lstrip(":/ ")
    for end in "/?#:,; ":
        text = text.partition(end)[0]
    domain = normal_domain(text.removeprefix("www."))
    if domain in _NOBODYS or is_within(domain, _NOT_FOR_MAIL) or is_webmail(domain):
        return ""
    return domain
