"""Where does an author's own text begin, behind the greeting and the good wishes?"""

import re2

from app.checks.wording.greeting import find_greeting

_LONGEST_PLEASANTRY = 300
_PLEASANTRY = re2.compile(
    r"(?i)^\s*(?:(?:i|we)(?:'ve| do| very much| really| all)? )?(?:hope|trust|hoping)(?: that)? (?:you"
    r"|everyone"
    r"|everybody|all|this|the|your)\b[^.!?\n]{0,110}\b(?:well|good|great|restful|relaxing|lovely"
    r"|enjoy\w*|rest"
    r"|break|holidays?|weekend|warm|safe|summer|christmas|easter|half term|start|ok"
    r"|okay)\b[^.!?\n]{0,60}(?:[.!?]+"
    r"|$)|^\s*(?:happy (?:new year|new term|monday|friday|easter|christmas)"
    r"|welcome back)\b[^.!?\n]{0,60}(?:[.!?]+|$)"
)


def beginning_of(own: str) -> int:
    """The place of the first word that says something."""
    greeting = find_greeting(own)
    return _after_pleasantry(own, _after_greeting(own, greeting.end) if greeting else 0)


def _after_greeting(own: str, end: int) -> int:
    """Where the text begins behind "Dear all," or "Hi everyone -"."""
    line = own[end : own.find("\n", end) if "\n" in own[end:] else len(own)]
    rest = line.lstrip(" \t,:;.!\u2013\u2014-")
    return end + len(line) - len(rest) if rest else end + len(line)


def _after_pleasantry(own: str, start: int) -> int:
    """Where the text begins behind "I hope you are all well.", if there is more."""
    first = len(own) - len(own[start:].lstrip()) if own[start:].strip() else start
    match = _PLEASANTRY.match(own[first : first + _LONGEST_PLEASANTRY])
    if match is None:
        return start
    end = first + match.end()
    return end if own[end:].strip() else start
