"""Does this mail send people to a program, or ask them to install one?

Links that fetch an installer, app shops, and words that tell the reader to install something. What the ICT
team does itself, the organisation's own software shop, and words against installing are left alone.
"""

from collections.abc import Iterator

from app.checks.files.names import INSTALLERS, ending_of
from app.checks.words import any_of, first_found, whole_any, word_set
from app.domain.address import is_within
from app.domain.reading import Link, Reading

_SHOPS = word_set("""
    play.google.com apps.apple.com itunes.apple.com chromewebstore.google.com addons.mozilla.org
    apps.microsoft.com microsoftedge.microsoft.com chrome.google.com
""")
_PRODUCTS = any_of(r"""
    zoom|teamviewer|anydesk|whatsapp|telegram|discord|slack|chrome|firefox|opera|dropbox|google drive|itunes
    spotify|vlc|audacity|gimp|skype|chatgpt|grammarly|minecraft|roblox|winrar|7-?zip|utorrent|bittorrent|ccleaner
    java|adobe(?: acrobat| reader)?|canva|kodi|obs(?: studio)?
""")
_SOFTWARE = any_of(rf"""
    software|apps?|application|programs?|plug-?ins?|extensions?|add-?(?:on|in)s?|toolbar|client|installer|browser
    codecs?|drivers?|vpn|viewer|emulator|unblocker|desktop version|app version|trial version|free version
    pdf reader|converter|screen ?saver|steam|signal
    {_PRODUCTS}
""")
_MACHINE = any_of(
    r"laptops?|pcs?|computers?|desktops?|machines?|devices?|tablets?|ipads?|phones?|chromebooks?|macs?"
)
_GAP = r"(?:[^\s.!?;]+ ){0,6}?"
_ASKED = whole_any(rf"""
    (?:download and )?(?:re-?)?install {_GAP}{_SOFTWARE}
    (?:download and )?(?:re-?)?install {_GAP}(?:on|to|onto) (?:your|the|all|each|every|any|both|our) (?:\S+ ){{0,2}}?{_MACHINE}
    download (?:and (?:install|run) )?{_GAP}(?:software|apps?|programs?|plug-?ins?|extensions?|add-?ons?|toolbar|installer)
    download (?:and (?:install|run) )?(?:\S+ ){{0,2}}?{_PRODUCTS}
    (?:download|install|run) (?:\S+ ){{0,4}}?\S+\.(?:exe|msi|dmg|apk|pkg|jar)
    (?:download|get|fetch) it (?:\S+ ){{0,6}}?and (?:install|run) it|run the (?:installer|set-?up(?: file)?)
    disable (?:the |your )?(?:anti-?virus|firewall)|enable (?:the )?macros
""")  # noqa: E501 - one phrase a line
_ALLOWED = whole_any(r"""
    not|never|don't|do n't|nobody|no one|cannot|can't|mustn't|shouldn't|won't|avoid|without|unless
    instead of
    ict|it team|it support|it services?|it desk|it department|it will|service ?desk|help ?desk
    technicians?|engineers?
    software cent(?:re|er)|company portal|self[- ]service|managed|remotely|automatically|authorised
    authorized
    approved|permission|admin rights|contractors?|electricians?|who (?:will|can)|quote|cost(?:s|ing)?|budget
    bid|funding|(?:were|was|been|be|being|is|are|get|have|having|had) installed|scam|phishing|malicious
    students?|pupils?|parents?|carers?|famil(?:y|ies)|children|members? of the public|residents?
    library card
""")


def has_installer(link: Link) -> bool:
    """Whether a link fetches a program."""
    path = link.address.partition("?")[0].partition("#")[0]
    return "/" in path.partition("://")[2 if "://" in path else 0] and ending_of(path) in INSTALLERS


def is_shop(link: Link) -> bool:
    """Whether a link opens an app shop."""
    return is_within(link.host, _SHOPS)


def find_asked(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the reader is told to install something."""
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        for match in first_found(_ASKED, words, 1):
            if _ALLOWED.search(words):
                continue
            yield sentence.start + match.start(), sentence.start + match.end()
