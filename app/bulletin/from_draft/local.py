"""Which clusters of schools does a draft speak to?

Their names, one or a row of them, beside a word for schools or for an area: "schools in Denny and the Fens",
"the Appleford and Lower Ware clusters". "Denholt School" is one school, "Upper Denholt" is not "Denholt", and
clusters that "have theirs from" somebody else are not spoken to.
"""

from collections.abc import Collection, Iterator

import re2

_WIDEST_ROW = 4
_READERS = (
    r"(?:schools|heads|head ?teachers|principals|primaries|secondaries|infants|juniors|nurseries"
    r"|senco?s|governors"
    r"|academies|colleagues|everyone|those of you|all of you|any of you|your school)"
)
_AREA = r"(?:clusters?|districts?|areas?|partnership|valley cluster)"
_HAVE_OTHERS = re2.compile(
    r"(?i)^(?: \w+)? (?:have|has|get|had) (?:theirs|its|their own|its own|another)\b"
    r"|^[^.;!?]{0,30}\b(?:are|is) full\b"
)


def clusters_in(clusters: Collection[str], text: str) -> Iterator[str]:
    """Those of the clusters that the text speaks to."""
    names = {name: _name(name) for name in clusters}
    if not names:
        return
    spoken = list(_spoken(text, "|".join(sorted(names.values(), key=len, reverse=True))))
    found = {
        name: [
            match.span()
            for match in re2.finditer(rf"(?i)\b(?:{pattern})\b", text)
            if any(first <= match.start() and match.end() <= last for first, last in spoken)
        ]
        for name, pattern in names.items()
    }
    for name, places in found.items():
        longer = [span for other, spans in found.items() if name in other and name != other for span in spans]
        if any(not any(a <= start and end <= b for a, b in longer) for start, end in places):
            yield name


def _name(cluster: str) -> str:
    bare = cluster.removesuffix(" cluster").removesuffix(" Cluster").removeprefix("The ").removeprefix("the ")
    return r"\s+".join(map(re2.escape, bare.split()))


def _spoken(text: str, names: str) -> Iterator[tuple[int, int]]:
    """Where rows of names of clusters stand that readers are in."""
    row = rf"(?:the )?(?:{names})(?:(?:,| and| or| &|/|, and|, or) ?(?:the )?(?:{names})){{0,{_WIDEST_ROW}}}"
    ways = (
        rf"(?i)\b({row}) (?:{_AREA}|{_READERS})\b",
        rf"(?i)\bcluster:? ({row})\b",
        rf"(?i)\b{_READERS} (?:in|of|at|around|across|from) (?:\pL+(?:, | and )){{0,3}}?({row})\b",
        rf"(?i)\bin (?:the )?({row}) again\b",
    )
    for way in ways:
        for match in re2.finditer(way, text):
            if not _HAVE_OTHERS.search(text[match.end() :][:80]):
                yield match.span(1)
