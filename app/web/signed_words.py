"""Did we hand this to a browser ourselves?

Words are signed with a key of the installation, each for one purpose; a parcel has an end besides.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any


def signature(key: bytes, purpose: str, words: str) -> str:
    """Of no use for another purpose."""
    return hmac.new(key, f"{purpose}\0{words}".encode(), hashlib.sha256).hexdigest()


def is_same(given: str, ours: str) -> bool:
    """In the same time, whatever is given."""
    return hmac.compare_digest(given.encode(errors="replace"), ours.encode())


def parcel(key: bytes, purpose: str, values: Mapping[str, object], until: datetime) -> str:
    """`values` as one word that a browser can keep, and read, but not change."""
    said = json.dumps({"values": values, "until": until.timestamp()})
    packed = base64.urlsafe_b64encode(said.encode()).decode()
    return f"{packed}.{signature(key, purpose, packed)}"


def unpacked(key: bytes, purpose: str, given: str, now: datetime) -> Mapping[str, Any] | None:
    """What is in a parcel; None when it is not ours, for something else, or too old."""
    packed, _, signed = given.rpartition(".")
    if not packed or not is_same(signed, signature(key, purpose, packed)):
        return None
    try:
        said = json.loads(base64.urlsafe_b64decode(packed))
    except (binascii.Error, ValueError):
        return None
    values: Mapping[str, Any] | None = said["values"] if now.timestamp() < said["until"] else None
    return values
