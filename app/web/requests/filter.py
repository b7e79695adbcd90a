"""Which schools did somebody tick?"""

from app.domain.for_whom import ForWhom, Role
from app.domain.school import Phase
from app.web.desk.item_form import Choices, Options
from app.web.forms import Posted


def filter_of(form: Posted, known: Choices) -> ForWhom:
    """The filter, of what can be ticked alone."""

    def ticked(name: str, options: Options) -> frozenset[str]:
        return frozenset(form.every(name)) & {value for value, _ in options}

    return ForWhom(
        phases=frozenset(map(Phase, ticked("phases", known.phases))),
        types=ticked("types", known.types),
        clusters=ticked("clusters", known.clusters),
        trusts=ticked("trusts", known.trusts),
        lists=ticked("lists", known.lists),
        roles=frozenset(map(Role, ticked("roles", known.roles))),
        schools=ticked("schools", known.schools),
    )
