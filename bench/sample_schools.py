"""Which schools does the sample authority have?

Wealdshire County Council, its places and schools are invented, and every domain ends in ``.example``.
Among them are what real directories hold: two trusts, a federation, closed schools, schools that were
joined, one that became an academy, and a governor of two.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

SCHOOLS = "wealdshire.sch.example"
BIG_TRUST, SMALL_TRUST = "Kestrel Learning Trust", "Marsh and Weald Academies Trust"
TRUST_OFFICE = "office@kestreltrust.example"
_FEDERATION = "Three Streams Federation"
_BIG, _SMALL, _THREE = 12, 6, 3

TOWNS = {
    "Ashmere": "t.aldous", "Brackenholt": "m.okafor", "Coldharrow": "s.penrose", "Dunwold": "j.whitlock",
    "Eastmarch": "a.rahman", "Fenholt": "c.dyer", "Greatbourne": "l.mistry", "Hartswold": "r.castell",
    "Inglewick": "h.novak", "Kingsholt": "b.ferris", "Larkmere": "y.adeyemi", "Marlowick": "g.tranter",
    "Netherholt": "k.lindqvist", "Oxwold": "d.prior", "Pellbridge": "n.begum", "Quarrendine": "f.hollis",
    "Rushfold": "e.marchetti", "Stanwold": "w.oyelaran", "Tillingwold": "p.graves", "Upper Wend": "v.kaur",
}  # fmt: skip
_FLOWERS = (
    "Quill Tansy Thrift Sorrel Teasel Plover Vetch Campion Yarrow Fescue Larks Wrens Burnet Comfrey Clover"
)
_LANDS = "combe hurst stead wold ford holt bourne mere wick down"
_SAINTS = "Aldhelm's Birinus' Cuthman's Dunstan's Eanswith's Frideswide's Wilfrid's"
_CATHOLIC = "St Zoë's|St Oscar Romero|Our Lady of the Marsh|St Bakhita|St Edith\u2019s|Holy Family|St Gall's"
_MAINTAINED, _ACADEMIES = ("4", "Local authority maintained schools"), ("10", "Academies")
_COMMUNITY, _CONVERTER = ("01", "Community school"), ("34", "Academy converter")

TYPES: dict[str, tuple[str, str, str, str, str, str, str]] = {
    # kind: type code and name, group code and name, phase, low and high age
    "primary": (*_COMMUNITY, *_MAINTAINED, "Primary", "4", "11"),
    "infant": (*_COMMUNITY, *_MAINTAINED, "Primary", "4", "7"),
    "junior": ("05", "Foundation school", *_MAINTAINED, "Primary", "7", "11"),
    "church": ("03", "Voluntary controlled school", *_MAINTAINED, "Primary", "4", "11"),
    "catholic": ("02", "Voluntary aided school", *_MAINTAINED, "Primary", "4", "11"),
    "academy": (*_CONVERTER, *_ACADEMIES, "Primary", "4", "11"),
    "middle": (*_COMMUNITY, *_MAINTAINED, "Middle deemed secondary", "9", "13"),
    "secondary": (*_COMMUNITY, *_MAINTAINED, "Secondary", "11", "16"),
    "high": (*_CONVERTER, *_ACADEMIES, "Secondary", "11", "18"),
    "through": ("35", "Free schools", "11", "Free Schools", "All-through", "4", "18"),
    "nursery": ("15", "Local authority nursery school", *_MAINTAINED, "Nursery", "2", "5"),
    "special": ("07", "Community special school", "5", "Special schools", "Not applicable", "4", "19"),
    "special academy": ("44", "Academy special converter", *_ACADEMIES, "Not applicable", "4", "16"),
    "unit": ("14", "Pupil referral unit", *_MAINTAINED, "Not applicable", "11", "16"),
    "alternative": (
        "43",
        "Academy alternative provision converter",
        *_ACADEMIES,
        "Not applicable",
        "11",
        "16",
    ),
    "college": ("45", "Academy 16-19 converter", *_ACADEMIES, "16 plus", "16", "19"),
}


@dataclass
class Made:
    """One invented school."""

    name: str
    kind: str
    town: str
    cluster: str = ""
    status: str = "Open"
    urn: str = ""
    number: str = ""
    postcode: str = ""
    trust: str = ""
    federation: str = ""
    slug: str = ""
    addresses: list[tuple[str, str]] = field(default_factory=list)


def villages() -> Iterator[str]:
    """Invented places, none twice."""
    flowers, lands = _FLOWERS.split(), _LANDS.split()
    for turn in range(len(flowers) * len(lands)):
        yield (
            flowers[turn % len(flowers)]
            + lands[(turn // len(flowers) + 3 * (turn % len(flowers))) % len(lands)]
        )


def schools_of(place: int, town: str, names: Iterator[str], catholic: Iterator[str]) -> list[Made]:
    """The schools of one cluster; the first is of another kind in each cluster."""
    saint = _SAINTS.split()[place % len(_SAINTS.split())]
    first, second, third, fourth = (next(names) for _ in range(4))
    made = [
        Made(f"{first} Primary School", "primary", first),
        Made(f"{second} Community Primary School", "primary", second),
        Made(f"St {saint} Church of England Primary School, {third}", "church", third),
        _top_school(place, town),
    ]
    if place % 2:
        made += [
            Made(f"{town} Primary School", "primary", town),
            Made(f"{town} Park Academy", "academy", town),
        ]
    else:
        made += [Made(f"{town} Infant School", "infant", town), Made(f"{town} Junior School", "junior", town)]
    if place % 3:
        made.append(Made(f"{fourth} Primary Academy", "academy", fourth))
    else:
        made.append(Made(f"{next(catholic)} Catholic Primary School, {town}", "catholic", town))
    made += _rarer(place, town)
    turn = place % len(made)
    return [*made[turn:], *made[:turn]]


def _top_school(place: int, town: str) -> Made:
    if place in {5, 15}:
        return Made(f"The {town} All-Through School", "through", town)
    return (
        Made(f"{town} High School", "high", town) if place % 4 else Made(f"{town} School", "secondary", town)
    )


def _rarer(place: int, town: str) -> list[Made]:
    kinds = {
        0: ("Nursery School", "nursery"), 5: ("Nursery School", "nursery"), 10: ("Nursery School", "nursery"),
        17: ("Nursery School", "nursery"), 2: ("Court School", "special"), 6: ("Grange School", "special"),
        9: ("Lodge School", "special"), 13: ("Orchard School", "special"),
        4: ("Bridge Academy", "special academy"),
        1: ("Pupil Referral Unit", "unit"), 11: ("Pupil Referral Unit", "unit"),
        16: ("Pathways Academy", "alternative"), 18: ("Middle School", "middle"),
    }  # fmt: skip
    return [Made(f"{town} {kinds[place][0]}", kinds[place][1], town)] if place in kinds else []


def authority() -> list[Made]:
    """Every school, open ones first."""
    names, catholic = villages(), iter(_CATHOLIC.split("|"))
    made = []
    for place, town in enumerate(TOWNS):
        for school in schools_of(place, town, names, catholic):
            school.cluster = town
            made.append(school)
    made.append(Made("Wealdshire Sixth Form College", "college", "Kingsholt"))
    _group(made)
    for order, school in enumerate(made):
        school.urn, school.number = str(990101 + order * 3), _local_number(school, order)
        letters = "ABDEFGHJLN"[order % 10] + "PQRSTUWXYZ"[order // 10 % 10]
        school.postcode = f"WL{order % 28 + 1} {order % 9 + 1}{letters}"
        school.slug = _slug(school.name)
    made[30].status = "Open, but proposed to close"
    _write_to(made)
    return made + _closed(made)


def _group(made: list[Made]) -> None:
    """Two trusts and a federation, over several clusters."""
    academies = [s for s in made if TYPES[s.kind][3] in {"Academies", "Free Schools"}]
    for school in academies[:: max(1, len(academies) // _BIG)][:_BIG]:
        school.trust = BIG_TRUST
    for school in [s for s in academies if not s.trust][:_SMALL]:
        school.trust = SMALL_TRUST
    for school in academies:
        school.trust = school.trust or f"{school.name} Trust"
    for school in [s for s in made if s.kind == "church"][:_THREE]:
        school.federation = _FEDERATION


def _write_to(made: list[Made]) -> None:
    """The addresses that the council keeps: an office, most heads, some SENCOs and chairs of governors."""
    for order, school in enumerate(made):
        at = f"@{school.slug}.{SCHOOLS}"
        office = TRUST_OFFICE if school.trust == BIG_TRUST else f"office{at}"
        head = f"executivehead@threestreams.{SCHOOLS}" if school.federation else f"head{at}"
        school.addresses = [(office, "trust office" if office == TRUST_OFFICE else "office"), (head, "head")]
        if order % 2 == 0:
            school.addresses.append((f"senco{at}", "SENCO"))
        if order % 5 == 0:
            school.addresses.append((f"chair{at}", "chair of governors"))
    for school in (made[3], made[40]):
        school.addresses.append(("j.fairweather@wealdgovernors.example", "governor"))


def _closed(made: list[Made]) -> list[Made]:
    """Two schools that became one, one that became an academy, two that are gone, one that is to come."""
    joined = next(s for s in made if s.name == "Pellbridge Infant School")
    joined.name, joined.slug, joined.kind = (
        "Pellbridge Meadow Primary School",
        "pellbridgemeadow",
        "primary",
    )
    joined.addresses = [(a.replace("pellbridgeinfant", "pellbridgemeadow"), r) for a, r in joined.addresses]
    for old in ("meadowinfant", "meadowjunior"):
        joined.addresses.append((f"office@{old}.{SCHOOLS}", "office"))
    heir = next(s for s in made if s.kind == "academy" and s.trust == SMALL_TRUST)
    before = Made(heir.name.replace("Primary Academy", "Community Primary School"), "primary", heir.town)
    before.number, before.postcode, before.slug = heir.number, heir.postcode, heir.slug
    before.addresses, heir.addresses = heir.addresses[:1], heir.addresses[1:]
    gone = [
        Made("Pellbridge Meadow Infant School", "infant", "Pellbridge", slug="meadowinfant"),
        Made("Pellbridge Meadow Junior School", "junior", "Pellbridge", slug="meadowjunior"),
        before,
        Made("Vetchbourne Village School", "primary", "Vetchbourne", slug="vetchbournevillage"),
        Made("Moor End Church of England School", "church", "Moor End", slug="moorend"),
    ]
    for school in gone[3:]:
        school.addresses = [(f"office@{school.slug}.{SCHOOLS}", "office")]
    coming = Made("Upper Wend New Primary School", "academy", "Upper Wend", status="Proposed to open")
    coming.slug = "upperwendnew"
    for order, school in enumerate([*gone, coming]):
        school.urn, school.status = str(990001 + order), "Closed" if school is not coming else school.status
        school.number = school.number or str(2900 + order)
        school.postcode = school.postcode or f"WL29 {order + 1}ZZ"
    return [*gone, coming]


def _local_number(school: Made, order: int) -> str:
    base = {"Primary": 2000, "Secondary": 4000, "Nursery": 1000}.get(TYPES[school.kind][4], 7000)
    return str((3000 if school.kind in {"church", "catholic"} else base) + order)


def _slug(name: str) -> str:
    plain = name.replace("\u00eb", "e").lower()
    for words in ("church of england ", "community ", "primary ", "catholic ", "school"):
        plain = plain.replace(words, "")
    return "".join(c for c in plain if c.isascii() and c.isalnum())
