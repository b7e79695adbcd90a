"""Is mail to one family told from mail to many and to partners?"""

import pytest

from app.checks.stories.family import is_to_family
from tests.road import see


@pytest.mark.parametrize(
    ("to", "body", "expected"),
    [
        (["a parent"], "Dear Mrs Lane,\nThank you for the form.", True),
        (["2 parents"], "Dear Mr and Mrs Lane,\nThank you for the form.", True),
        (["a company"], "Your daughter was well at school today.", True),
        (["a company"], "Your daughter was at the wedding.", False),
        (["a parent"], "Dear parents,\nYour child needs a coat.", False),
        (["a parent"], "Dear parents of Tom,\nHe needs a coat.", True),
        (["a parent"], "Dear Parent/Carer,\nYour child needs a coat.", True),
        (["12 parents"], "Dear parents,\nYour child needs a coat.", False),
        (["a company"], "Please send the invoice.", False),
        (["a colleague"], "Your daughter was well today.", False),
        (["a parent"], "Dear all,\nThe hall is open.", False),
    ],
)
def test_is_to_family(to: list[str], body: str, *, expected: bool) -> None:
    reading, *_ = see({"to": to, "body": body})
    assert is_to_family(reading) is expected
