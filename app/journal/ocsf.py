"""How does the journal look to a system that speaks OCSF? One event an entry, of a class of version 1.7.0.

Fields that would hold content (subjects, addresses, matched words) are never filled: the journal has none.
What OCSF has no field for stands in ``unmapped``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.journal import Fact, Kind
from app.domain.verdict import Severity
from app.journal.told_entry import TITLES, ToldEntry

OCSF = "1.7.0"
_FINDING, _ENTITY, _DATASTORE, _AUTHENTICATION = 2006, 3004, 6005, 3002
_CREATE, _UPDATE, _DELETE, _READ, _LOGON = 1, 3, 4, 1, 1
_FINDING_CREATE, _FINDING_UPDATE = 1, 2
_INFORMATIONAL, _LOW, _MEDIUM, _HIGH = 1, 2, 3, 4
_SUCCESS, _FAILURE = 1, 2
_RELATIONAL, _SECURE_EMAIL_GATEWAY = 1, 6
_A_CATEGORY = 1000
_GRAVITY: Mapping[str, int] = {
    Severity.WARN.value: _LOW,
    Severity.JUSTIFY.value: _MEDIUM,
    Severity.BLOCK.value: _HIGH,
}


def as_ocsf(entry: ToldEntry, journal: str, version: str) -> dict[str, Any]:
    """The event of an entry. `journal` is its name, `version` ours."""
    class_uid, activity, special = _MADE[entry.kind](entry)
    return {
        "activity_id": activity,
        "category_uid": class_uid // _A_CATEGORY,
        "class_uid": class_uid,
        "type_uid": class_uid * 100 + activity,
        "time": entry.milliseconds,
        "severity_id": _INFORMATIONAL,
        "message": TITLES[entry.kind],
        "actor": _actor(entry),
        "metadata": {
            "version": OCSF,
            "uid": f"{journal}/{entry.number}",
            "sequence": entry.number,
            "log_name": journal,
            "product": {"name": "Sendwell", "vendor_name": "Sendwell", "version": version},
        },
        "unmapped": {"kind": entry.kind.value, **{n: _plain(fact) for n, fact in entry.facts.items()}},
        **special,
    }


_Special = tuple[int, int, dict[str, Any]]


def _check(entry: ToldEntry) -> _Special:
    facts, verdict = entry.facts, str(entry.facts["verdict"])
    special = {
        "severity_id": _GRAVITY.get(verdict, _INFORMATIONAL),
        "is_alert": verdict in _GRAVITY,
        "finding_info": {"uid": str(facts["draft"]), "title": TITLES[entry.kind]},
        "data_security": {
            "detection_system_id": _SECURE_EMAIL_GATEWAY,
            "policy": {"uid": str(facts["policy"] or "unknown")},
            **_by_rules(facts["rules"]),
        },
    }
    return _FINDING, _FINDING_CREATE, special


def _by_rules(rules: Fact) -> Mapping[str, str]:
    """Which rules spoke, where any did."""
    return {"detection_pattern": " ".join(rules)} if isinstance(rules, tuple) and rules else {}


def _override(entry: ToldEntry) -> _Special:
    facts = entry.facts
    title = TITLES[entry.kind]
    special = {
        "finding_info": {"uid": f"{facts['rule']}/{facts['finding']}", "title": title},
        "data_security": {
            "detection_system_id": _SECURE_EMAIL_GATEWAY,
            "policy": {"uid": str(facts["rule"])},
        },
    }
    return _FINDING, _FINDING_UPDATE, special


def _opened(_: ToldEntry) -> _Special:
    special = {
        "severity_id": _LOW,
        "database": {"name": "Sendwell", "type_id": _RELATIONAL},
        "src_endpoint": {"svc_name": "Sendwell"},
    }
    return _DATASTORE, _READ, special


def _refused(entry: ToldEntry) -> _Special:
    special = {
        "severity_id": _LOW,
        "status_id": _FAILURE,
        "status_detail": str(entry.facts["reason"]),
        "count": max(1, int(str(entry.facts["times"]))),
        "user": {"uid": "unknown"},
        "service": {"name": "Sendwell"},
    }
    return _AUTHENTICATION, _LOGON, special


def _entity(kind: str, uid: str, activity: int = _UPDATE) -> Callable[[ToldEntry], _Special]:
    """Something that is kept was changed; its id stands in the fact named `uid`."""

    def made(entry: ToldEntry) -> _Special:
        name = str(entry.facts[uid]) or kind
        return _ENTITY, activity, {"status_id": _SUCCESS, "entity": {"type": kind, "uid": name}}

    return made


_MADE: Mapping[Kind, Callable[[ToldEntry], _Special]] = {
    Kind.CHECK: _check,
    Kind.OVERRIDE: _override,
    Kind.DECISION: _entity("Decision", "about"),
    Kind.REVEAL: _opened,
    Kind.LOOKUP: _opened,
    Kind.POLICY_CHANGE: _entity("Policy", "pack"),
    Kind.PUBLISH: _entity("Bulletin", "what"),
    Kind.SIGN_IN_FAILURE: _refused,
    Kind.ADMINISTRATION: _entity("Register", "action"),
    Kind.FORGETTING: _entity("Journal", "below", _DELETE),
}


def _actor(entry: ToldEntry) -> dict[str, Any]:
    return {"user": {"uid": entry.person}} if entry.person else {"app_name": "Sendwell"}


def _plain(fact: object) -> object:
    return list(fact) if isinstance(fact, tuple) else fact
