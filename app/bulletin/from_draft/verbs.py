"""Has a stretch of words a verb, so that it may stand alone?

Known by auxiliaries, by verbs that are seldom nouns, and by what requests begin with. A heading, a row of a
list and half of "soap and water" have none.
"""

import re2

_ANYWHERE = re2.compile(
    r"(?i)\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|cannot|could|may|might|must"
    r"|should|shall|ought|needs?|let|lets"
    r"|\w+(?:n['\x{2019}]t|['\x{2019}](?:re|ll|ve|m|d))|(?:it|that|there|here|who|what|she|he|where)['\x{2019}]s"
    r"|goes?|comes?|came|takes?|took|gives?|gave|gets?|got|makes?|made|wants?|keeps?|kept|finds?|tells?"
    r"|told|sends?|sent|brings?|brought|asks?|asked|becomes?|became|begins?|began|starts?|happens?|arrives?"
    r"|expires?|runs?|ran|meets?|met|moves?|remains?|stays?|appl(?:y|ies)|includes?|continues?|ends|finishes"
    r"|opens?|closes?|launch(?:es)?|proposes?|replaces?|invites?|welcomes?|works?|means?|shows?|says?|said"
    r"|gone|holds?|held|pays?|costs?|lasts?|looks?|seeks?|helps?|learn(?:s|t|ed)?|know|see|feeds?|hopes?"
    r"|offers?|publish(?:es|ed)|collect(?:s|ed)?|consults?|expect(?:s|ed)?|agreed?|decided?|allows?|affects?"
    r"|(?:we|they|you|i)\s+\p{Ll}+|shuts?|changes|rises|falls|drops|increases|speaks?|disregard)\b"
)
_FIRST = re2.compile(
    r"(?i)(?:^|[,;:.!?(\x{2013}\x{2014}-]\s*|\b(?:please|and|or|then|to|you|we|they|not|just|also|kindly)\s+)"
    r"(?:add|advise|answer|apply|appoint|arrange|ask|attend|avoid|book|bring|buy|call|cancel|change|check|choose"
    r"|claim|click|close|collect|come|complete|confirm|consider|contact|count|cut|delete|display|do|don|download"
    r"|encourage|enjoy|ensure|enter|fill|find|follow|forward|get|give|go|have|help|hold|inform|invite|isolate|join"
    r"|keep|leave|lend|let|listen|lock|log|look|make|mark|mention|move|name|nominate|note|offer|order|park|pass|pay"
    r"|pick|plan|post|print|promote|put|quote|raise|read|record|register|release|remember|remind|remove|renew|reply|report"
    r"|request|reserve|respond|return|review|ring|rsvp|run|save|say|scan|see|send|set|share|show|sign|stop|store"
    r"|submit|support|switch|take|talk|tell|think|tick|tidy|try|turn|update|upload|use|vaccinate|visit|vote|walk|wash"
    r"|watch|wear|welcome|write)\b"
)


def has_verb(words: str) -> bool:
    """Whether the words say something of something, or ask for something."""
    return _ANYWHERE.search(words) is not None or _FIRST.search(words) is not None
