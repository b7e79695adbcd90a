"""Does a sentence speak of what harms somebody most when it gets about?

Violence at home and where one hides from it, abuse, self-harm, a grave illness, crime, drugs, and a home or a
stay that is lost. Such words alone tell no story ("leaflets about the refuge"); beside a story that the model
hears they leave nothing to doubt, whatever else the mail is about.
"""

from app.checks.words import whole_any
from app.kept import kept

_GRAVEST = whole_any(r"""
    (?:women's |in (?:a|the) )refuge|domestic (?:abuse|violence)|violent (?:husband|wife|partner|ex|boyfriend|girlfriend|father|dad|stepdad)|(?:hiding|hides|hid|fled|fleeing|running) from (?:her|his|their) (?:ex\w*|husband|wife|partner|family|father|dad|stepdad)
    (?:tried|threatened) to (?:kill|strangle|stab) (?:him|her|them)\w*|registered anonymously|anonymous (?:registration|elector)|(?:beats|beat|hits|strangled|raped|groomed|molested) (?:him|her|them)|(?:he|she|they) (?:has |had )?touched (?:him|her|them)|sexual(?:ly)? (?:abus|assault|exploit|harass)\w*|indecent(?:ly)?|disclosed abuse
    self[- ]harm(?:s|ed|ing)?|suicid\w+|overdosed?|sectioned|cutting (?:him|her|them)self|tried to (?:hang|drown|hurt|harm) (?:him|her|them)self
    (?:it's|has|had|have|with|of|got|is|was) (?:\w+ ){0,3}?(?:cancer|leukaemia|hiv|a tumou?r|dementia|motor neurone disease)|hiv[- ]positive|(?:wets?|wetting) (?:the|his|her|their) bed|bed-?wetting|terminally ill|chemo(?:therapy)?
    convict(?:ed of|ion for|ions for)|criminal record|(?:in|to|from) (?:prison|jail|custody)|arrested|sent down|on bail|sex offender\w*|under caution|charged with
    cocaine|heroin|crack|drug tests?|drink problem|alcoholic|addict(?:ed|ion)?|drugs into (?:school|work)
    (?:been|being|were|was|are|is) evicted|overstayed (?:his|her|their) visa|asylum|deport(?:ed|ation)
    (?:child protection|cp|child in need) (?:plan|register)|in (?:foster )?care|taken into care|permanently excluded
""")  # noqa: E501 - one phrase a line

OWN_CIRCLE = whole_any(
    "(?:my|our) (?:\\w+ )?(?:friends?|mate|neighbours?|cousin|niece|nephew|auntie?|uncle|dog|cat|hamster|pet)"
)
"""Whom the writer tells of as a friend, not at work."""


@kept
def is_gravest(words: str) -> bool:
    """Whether a sentence speaks of such a thing, and not of the writer's own circle."""
    return _GRAVEST.search(words) is not None and OWN_CIRCLE.search(words) is None
