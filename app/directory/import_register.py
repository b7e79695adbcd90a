"""How does the directory of schools come to be, and what did the last import change?

The whole directory is replaced in one transaction; a Difference comes out. There is never a second list, and
nothing is written when something looks wrong.
"""

from dataclasses import replace
from datetime import datetime

from app.directory.difference import Difference
from app.directory.plan_import import DirectoryFiles, plan_import
from app.directory.subscription_lists import SubscriptionDesk, follow_successors
from app.domain.errors import ImportFileError
from app.ports import DirectoryContents, DirectoryStore

BY_COMMAND = "the command line"


def import_register(  # noqa: PLR0913 - how it is meant is said by name
    store: DirectoryStore,
    files: DirectoryFiles,
    *,
    now: datetime,
    is_forced: bool = False,
    is_trial: bool = False,
    lists: SubscriptionDesk | None = None,
) -> Difference:
    """Replace the directory by what the files say, and tell what that changed.

    On `lists`, schools are followed by the academies in their place. `is_trial` writes nothing.
    Raises ImportFileError when a file is wrong and, unless it `is_forced`,
    when a list has no row of use or more than half of the schools, addresses or clusters would be lost.
    """
    plan = plan_import(store, files, now=now, by=BY_COMMAND)
    if plan.doubts and not is_forced:
        doubt = plan.doubts[0]
        raise ImportFileError(
            f"{doubt.file}: {doubt.said}, so nothing was changed.{doubt.why} {doubt.look}; "
            "if it is, import again with --force."
        )
    if not is_trial:
        make_import(store, replace(plan.contents, follows=None), lists)
    return plan.difference


def make_import(
    store: DirectoryStore, contents: DirectoryContents, lists: SubscriptionDesk | None = None
) -> None:
    """Put a directory that was looked at in force.

    Raises:
        ImportFileError: the directory was changed since.
    """
    store.replace(contents)
    if lists:
        follow_successors(lists, contents.successors)
