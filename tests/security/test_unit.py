"""The systemd unit and its two drop-ins: whom may the service talk to, and where do its secrets come from?"""

import re
import stat
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from app.settings import PREFIX, Settings, load_settings
from tests.road import PROJECT

SAMPLES = PROJECT / "docs/operating"
SECRETS = {
    name
    for name, field in Settings.model_fields.items()
    if SecretStr in getattr(field.annotation, "__args__", ())
}


def lines_of(name: str) -> list[tuple[str, str]]:
    """Each option of its [Service], in their order."""
    words = (SAMPLES / name).read_text("utf-8").partition("[Service]")[2].partition("\n[")[0]
    return [(key, said) for key, said in re.findall(r"^(\w+)=(.*)$", words, re.MULTILINE)]


def test_nobody_is_talked_to_but_whom_a_line_names() -> None:
    said = lines_of("addresses.conf")

    assert said == [("IPAddressDeny", "any"), ("IPAddressAllow", "localhost")]


def test_each_secret_of_the_unit_is_one_of_ours(tmp_path: Path) -> None:
    """As systemd lays them down: a folder, one file a name, readable by its owner alone."""
    names = [said for key, said in lines_of("credentials.conf") if key == "LoadCredentialEncrypted"]
    secrets = [name for name in names if not name.endswith(".pem")]
    for name in secrets:
        file = tmp_path / name
        file.write_text(f"the value of {name}")
        file.chmod(stat.S_IRUSR)
    settings = load_settings({f"{PREFIX}SECRETS": str(tmp_path)})

    assert secrets
    for name in secrets:
        field = name.removeprefix(PREFIX.lower())
        assert field in SECRETS
        assert getattr(settings, field).get_secret_value() == f"the value of {name}"


def test_what_it_sets_is_a_setting() -> None:
    set_here = dict(
        said.partition("=")[::2] for key, said in lines_of("credentials.conf") if key == "Environment"
    )
    known: Mapping[str, object] = {PREFIX + name.upper(): None for name in Settings.model_fields}

    assert set_here.pop(f"{PREFIX}SECRETS") == "%d"
    assert set_here == {f"{PREFIX}SIGN_IN_CERTIFICATE_FILE": "%d/sign-in.pem"}
    assert set_here.keys() <= known.keys()


def test_the_unit_gives_no_rights_away() -> None:
    said = dict(lines_of("sendwell@.service"))

    assert (said["User"], said["NoNewPrivileges"], said["CapabilityBoundingSet"]) == ("sendwell", "yes", "")
    assert said["ProtectSystem"] == "strict"


def test_it_is_started_again_however_often_it_failed() -> None:
    """Else five failures within ten seconds, such as a disk that is mounted late, are the last."""
    unit = (SAMPLES / "sendwell@.service").read_text("utf-8").partition("[Service]")[0]

    assert "\nStartLimitIntervalSec=0\n" in unit
    assert dict(lines_of("sendwell@.service"))["Restart"] == "always"
