"""Is this a phone? On one, a case can be read and claimed, and nothing else.

A phone is read over shoulders and lost in trains. What browsers say of themselves is believed: this keeps
people from a slip, not from a purpose.
"""

from fastapi import Request

from app.domain.errors import CaseError

MAY_ON_A_PHONE = frozenset({"open", "claim"})


def is_phone(request: Request) -> bool:
    """By the client hint where there is one, else by the name of the browser."""
    hint = request.headers.get("sec-ch-ua-mobile", "")
    return hint.strip() == "?1" or "Mobi" in request.headers.get("user-agent", "")


def require_may(request: Request, do: str) -> None:
    """Raises CaseError for what a phone may not."""
    if do not in MAY_ON_A_PHONE and is_phone(request):
        raise CaseError("On a phone a case can be read and claimed. Go on at a computer.")
