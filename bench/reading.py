"""How fast is a body read, from Outlook's HTML to regions, and does hostile markup slow it?

Run ``python -m bench.reading``: prints a table of CPU times. Bodies are made here, so that anybody
can repeat it; nothing is read from disk.
"""

from collections.abc import Callable
from statistics import median
from time import process_time

from app.domain.draft import Body, BodyFormat
from app.reading.addresses import find_addresses
from app.reading.body import read_body
from app.reading.history import split
from app.reading.html import read_html
from app.reading.unicode import clean

_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!--
@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
--></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml>
<![endif]--></head><body lang=EN-GB link="#0563C1"><div class=WordSection1>
"""
_PARAGRAPH = """<p class=MsoNormal style='margin-bottom:12.0pt'><span style='font-family:"Arial",sans-serif;
color:#1F3864;mso-fareast-language:EN-GB'>Please could each school send the attendance return for week {i}
by <b>noon on Thursday</b>&nbsp;&#8211; the office on 01632 960{i:03} will help.<o:p></o:p></span></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=200 valign=top
style='width:150.0pt;padding:0cm 5.4pt'><p class=MsoNormal>Class {i}<o:p></o:p></p></td><td><p class=MsoNormal>
{i} pupils<o:p></o:p></p></td></tr></table><p class=MsoNormal><o:p>&nbsp;</o:p></p>
"""
_TAIL = """<p class=MsoNormal>Kind regards<o:p></o:p></p><p class=MsoNormal>Jo Reed<o:p></o:p></p>
<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>
<b>From:</b> A &lt;a@hills.example&gt; <br><b>Sent:</b> 16 November 2026 10:00<br><b>To:</b> B<br>
<b>Subject:</b> Return<o:p></o:p></p></div></div><p class=MsoNormal>When is it due?<o:p></o:p></p>
</div></body></html>
"""
_SIZE = 2_000_000


def outlook_html(size: int) -> str:
    """A reply as Outlook on the desktop writes it, of about `size` characters."""
    pieces, written, i = [_HEAD], len(_HEAD) + len(_TAIL), 0
    while written < size:
        pieces.append(_PARAGRAPH.format(i=i % 1000))
        written += len(pieces[-1])
        i += 1
    return "".join((*pieces, _TAIL))


def _full(piece: str) -> str:
    return piece * (_SIZE // len(piece))


HOSTILE: dict[str, str] = {
    "100k nested blocks": "<div>" * 100_000,
    "200k attributes": "<a " + " ".join(f"a{i}=1" for i in range(200_000)) + ">x",
    "open quotes": "<a x='" * 40_000,
    "open comments": "<!--" * 200_000,
    "odd comments, 2 MB": _full("<!-- --!>") + "-->",
    "open signs, 2 MB": _full("<"),
    "ampersands, 2 MB": _full("&"),
    "almost references, 2 MB": _full("&am"),
    "references, 2 MB": _full("&nbsp;"),
    "one text, 2 MB": _full("word "),
    "one attribute, 1 MB": '<p title="' + "x" * 1_000_000 + '">a',
    "bold, 2 MB": _full("<b>"),
    "tables in tables": "<table><tr><td>" * 60_000,
    "items among spans": "<ul>" + "<span>" * 1_000 + "<li></li>" * 100_000,
    "stray end tags": "<div>" * 100_000 + "</span>" * 100_000,
    "zero-width, 2 MB": _full("a\u200b"),
    "mathematical letters, 2 MB": _full("\U0001d400"),
    "accents, 2 MB": "a" + _full("\u0336"),
    "quoted lines, 2 MB": _full("&gt;<br>"),
    "headers, 2 MB": _full("From: a<br>"),
    "addresses, 2 MB": _full("a@b.example "),
}


def _timed(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times) * 1000


def _row(name: str, source: str, rounds: int) -> None:
    page = read_html(source)
    text = clean(page.text)
    steps = (
        _timed(lambda: read_html(source), rounds),
        _timed(lambda: clean(page.text), rounds),
        _timed(lambda: split(text.clean), rounds),
        _timed(lambda: find_addresses(text.clean), rounds),
        _timed(lambda: read_body(Body(source, BodyFormat.HTML)), rounds),
    )
    figures = "".join(f"{step:11.2f}" for step in steps)
    print(f"{name:28}{len(source) / 1024:9.0f}{figures}  {'yes' if page.is_complete else 'part'}")


def main() -> None:
    """Print the table."""
    print(
        f"{'CPU ms, median':28}{'KiB':>9}{'html':>11}{'unicode':>11}{'history':>11}{'addresses':>11}{'body':>11}  read"
    )
    for size, rounds in ((5, 200), (55, 30), (700, 5)):
        _row(f"Outlook HTML, {size} KiB", outlook_html(size * 1024), rounds)
    for name, source in HOSTILE.items():
        _row(name, source, 1)


if __name__ == "__main__":
    main()
