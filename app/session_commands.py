"""How is somebody signed out by whoever runs the service? `sendwell sign-out`.

For an account that was closed, or a computer that was lost: a session lasts for hours after the provider
would let nobody in with it. A token of the add-in cannot be called back; it ends within an hour or so.
"""

from typing import Annotated

import typer

from app.domain.address import normal_address
from app.settings import load_settings
from app.terminal import fail, out
from app.wiring.installation import Installation


def sign_out(
    address: Annotated[str, typer.Argument(help="Whose sessions, by their mail address.")] = "",
    everybody: Annotated[bool, typer.Option("--everybody", help="All sessions of everybody.")] = False,
) -> None:
    """End every session of somebody at the pages, at once and on every process."""
    if bool(address) is everybody:
        fail("Name an address, or say --everybody.")
    known = None if everybody else normal_address(address)
    if known == "":
        fail(f"{address} is no mail address. Nobody was signed out.")
    ended = Installation(load_settings()).sign_in.sign_out(known)
    whose = "everybody" if everybody else address
    many = "1 session" if ended == 1 else f"{ended} sessions"
    out.print(f"{many} of {whose} ended. Close the account at the provider too.", markup=False)
