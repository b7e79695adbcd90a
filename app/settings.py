"""What can an installation choose?

Every setting, typed and described, read once at start from ``SENDWELL_*`` in the environment, or
from files in the folder named by ``SENDWELL_SECRETS`` (one file a secret).
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import SettingsConfigDict

from app.domain.address import normal_address, normal_domain
from app.domain.errors import SettingsError
from app.exchange_settings import ExchangeSettings
from app.mail_settings import MailSettings
from app.manifest_settings import ManifestSettings
from app.secret_files import look_at_secrets
from app.sign_in_settings import SignInSettings, Words
from app.wrong_settings import unknown, wrong_value

PREFIX = "SENDWELL_"
PROJECT = Path(__file__).resolve().parent.parent
_ORIGIN = re.compile(r"https://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?")

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Settings(SignInSettings, ExchangeSettings, MailSettings, ManifestSettings):
    """All settings. Lists are written with commas."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True, validate_default=True
    )

    data: Path = Field(
        Path("data"), description="Folder for the database, keys and documents; made on first use."
    )
    keys_folder: Path | None = Field(
        None,
        description="Folder for the keys, better not beside the database, so that a copy of one is of no use"
        " without the other. The data folder if not set.",
    )
    database_url: SecretStr | None = Field(
        None,
        description="Database, for example postgresql://user@host/sendwell. SQLite if not set.",
    )
    sample: bool = Field(
        default=False,
        description="Serve the sample authority and the compose window at /, for trying it out.",
    )
    public_url: str | None = Field(
        None,
        pattern=r"^https?://[A-Za-z0-9.:\[\]-]+/?$",
        description="Web address at which schools reach this service, such as https://bulletin.council.example:"
        " mails then link to the pages under /bulletin. They tell everything themselves if not set.",
    )
    bulletin_contact: str = Field(
        "",
        max_length=200,
        description="Whom schools ask about the bulletin, with a telephone number or address: each issue ends"
        " with it. Issues end without if not set.",
    )
    own_domains: Words = Field(
        (),
        description="The organisation's own mail domains. The sender's domain if not set.",
    )
    school_suffixes: Words = Field(
        ("sch.uk", "sch.example"), description="Mail domains that only schools have."
    )
    confidential_addresses: Words = Field(
        (
            "safeguarding",
            "childprotection",
            "dsl",
            "ddsl",
            "lado",
            "mash",
            "frontdoor",
            "prevent",
            "caldicott",
            "whistleblowing",
            "whistleblower",
            "speakup",
            "marac",
        ),
        description=(
            "Names of addresses (what stands before the @, or a word of it), mail to which is never scored"
            " for tone or stories. They count inside the organisation, at schools, and at gov.uk, police.uk,"
            " nhs.uk and nhs.net."
        ),
    )
    pupil_addresses: Words = Field(
        (),
        description=(
            "Pupils' mailboxes, beside the usual shapes (pupils.* and students.* at a school or your own"
            " domains, a year of entry as in 19smithj@ at a school): domains, or addresses in which * is"
            " anything and # a digit."
        ),
    )
    bulk_senders: Words = Field(
        (),
        description=(
            "Addresses that may write to all schools at once. The Communications Team's address in the packs"
            " if not set."
        ),
    )
    approved_sites: Words = Field(
        (),
        description=(
            "Websites approved for the organisation's own files and pages, such as a file share: domains, or"
            " domains with the beginning of a path (sites.google.com/view/wealdshire)."
        ),
    )
    pupil_sites: Words = Field(
        (),
        description=(
            "Websites that pupils may be sent to, written likewise. Your own domains, schools, gov.uk,"
            " nhs.uk, ac.uk and the usual learning sites always count."
        ),
    )
    packs: Words = Field(
        ("kent-schools", "cranbrook", "dale-stonehill", "trust", "parent-guidance"),
        description="Policy packs that apply, in order: where two disagree the earlier one decides.",
    )
    packs_folder: Path | None = Field(
        None,
        description="Folder with the organisation's own packs (.yaml).",
    )
    calendar_file: Path | None = Field(
        None,
        description="The authority's school calendar (YAML), until it is changed at /policy/settings; "
        "the sample's if not set.",
    )
    models_folder: Path = Field(
        PROJECT / "nlp_models", description="Folder with the packaged language models."
    )
    words_file: Path | None = Field(
        None,
        description="Your own words that are no slips (places, systems, projects), apart by white space, "
        "until they are changed at /policy/settings.",
    )
    ui_folder: Path = Field(PROJECT / "addin-ui" / "dist", description="Folder with the built add-in pages.")
    host: str = Field(
        "127.0.0.1", description="Address to listen on. Beyond this machine only where people sign in."
    )
    port: int = Field(8800, ge=0, le=65535, description="Port to listen on.")
    rate_per_minute: int = Field(
        1200, ge=1, description="Checks a minute from one address before 429 is answered."
    )
    keep_records_days: int = Field(
        180,
        ge=1,
        le=3650,
        description="Days that the record of a check is kept (it never holds text). Older ones go every day.",
    )
    keep_cases_days: int = Field(
        365,
        ge=1,
        le=3650,
        description=(
            "Days that a flagged send is kept for review after it was decided, or, when nobody decided, after"
            " it was sent. Evidence of abuse that somebody holds stays longer."
        ),
    )
    senior_people: Words = Field(
        (),
        description=(
            "Names of the senior people of whom one is asked before a person's conduct is looked into"
            " (004 §5). Until somebody is named, reviewers write down whom they asked."
        ),
    )
    keep_staff_days: int = Field(
        2190,
        ge=1,
        le=18250,
        description=(
            "Days that signatures of people who left, and permissions to post that ended, are kept. Older"
            " ones go every day. Six years if not set."
        ),
    )
    keep_bulletin_days: int = Field(
        365,
        ge=1,
        le=3650,
        description=(
            "Days that bulletin items and requests which never went out are kept after they ended, and that"
            " earlier wordings of those which did are. Older ones go every day."
        ),
    )
    keep_mailings_days: int = Field(
        365,
        ge=1,
        le=3650,
        description=(
            "Days that the texts of mail which went out to schools are kept, with what became of each"
            " message."
        ),
    )
    keep_documents_days: int = Field(
        400,
        ge=1,
        le=3650,
        description="Days that a document on the website is kept after it was put there last.",
    )
    document_mb: int = Field(
        20, ge=1, le=38, description="Megabytes that a document on the website may have."
    )
    clamd: str | None = Field(
        None,
        pattern=r"^(/.+|tcp:[^\s:/]+:\d{1,5}|tcp:\[[0-9a-fA-F:]+\]:\d{1,5})$",
        description=(
            "Virus scanner (ClamAV's clamd) for documents on the website: the path of its socket, or"
            " tcp:host:port. Nothing is scanned if not set."
        ),
    )
    mail_a_minute: int | None = Field(
        None, ge=1, description="Messages that may go out in a minute. No limit if not set."
    )
    mail_a_day: int | None = Field(
        None, ge=1, description="Messages that may go out in 24 hours. No limit if not set."
    )
    mail_tries_hours: int = Field(
        72,
        ge=1,
        le=336,
        description="Hours for which a message that the mail server puts off is tried again and again.",
    )
    engine: bool = Field(
        default=True,
        description=(
            "Whether this process opens issues of the bulletin, sends mail and deletes what is old. Several"
            " may: they share the work, and take over from one that stops."
        ),
    )
    answers_days: int = Field(
        7,
        ge=1,
        le=90,
        description="Days that a card which was answered is not asked again in the same draft and thread.",
    )
    keep_journal_days: int = Field(
        400,
        ge=30,
        le=3660,
        description="Days for which the journal keeps what its entries say. What proves them stays for good.",
    )
    keep_access_days: int = Field(
        1095,
        ge=30,
        le=3650,
        description=(
            "Days that it is kept who asked for what is held about somebody, and what was deleted when its"
            " time was over. Three years if not set."
        ),
    )
    keep_texts_for_many_days: int = Field(
        14,
        ge=1,
        le=60,
        description=(
            "Days that the fingerprint of a text for many schools is kept, without its sender, to find a"
            " second copy. Those of mails to single schools are kept for 24 hours."
        ),
    )
    frame_ancestors: Words = Field(
        (
            "https://outlook.office.com",
            "https://outlook.office365.com",
            "https://outlook.live.com",
            "https://*.cloud.microsoft",
        ),
        description="Hosts of Outlook that may show the pane.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="How much is logged. Draft text never is."
    )

    @property
    def database(self) -> str:
        """Where the database is, with its password where it has one."""
        url = self.database_url
        return url.get_secret_value() if url else f"sqlite:///{self.data / 'sendwell.db'}"

    @property
    def keys(self) -> Path:
        """Where the keys are."""
        return self.keys_folder or self.data

    @property
    def website(self) -> str:
        """Where schools reach the pages, without a slash at its end; empty when they do not."""
        return (self.public_url or "").rstrip("/")

    @property
    def pages(self) -> str:
        """Where staff reach the pages, likewise."""
        return (self.pages_url or self.public_url or "").rstrip("/")

    @field_validator("own_domains", "school_suffixes")
    @classmethod
    def _bare(cls, domains: tuple[str, ...]) -> tuple[str, ...]:
        """``.Sch.UK``, ``@sch.uk`` and ``*.sch.uk`` mean ``sch.uk``; what is none would never be met."""
        bare = tuple(bare for domain in domains if (bare := domain.strip("*@. ").lower()))
        if wrong := [domain for domain in bare if not normal_domain(domain)]:
            raise ValueError(
                f"{wrong[0]} is no mail domain: write council.example, with commas between several"
            )
        return bare

    @field_validator("bulk_senders")
    @classmethod
    def _address(cls, addresses: tuple[str, ...]) -> tuple[str, ...]:
        if wrong := [address for address in addresses if not normal_address(address)]:
            raise ValueError(f"{wrong[0]} is no address: write team@council.example")
        return addresses

    @field_validator("confidential_addresses")
    @classmethod
    def _name(cls, addresses: tuple[str, ...]) -> tuple[str, ...]:
        """``dsl@council.example`` means ``dsl``, at every domain that they count at."""
        return tuple(address.partition("@")[0] for address in addresses)

    @field_validator("frame_ancestors")
    @classmethod
    def _framing(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        """They stand in a header, where anything else would be read as another promise."""
        if wrong := [host for host in hosts if not _ORIGIN.fullmatch(host)]:
            raise ValueError(f"{wrong[0]} is no origin: write https://HOST or https://*.HOST, without a path")
        return hosts

    @field_validator("approved_sites", "pupil_sites")
    @classmethod
    def _site(cls, sites: tuple[str, ...]) -> tuple[str, ...]:
        """``https://WWW.Dropbox.com/Team/`` means ``dropbox.com/team``."""
        bare = (site.lower().partition("://")[2 if "://" in site else 0].strip("/ ") for site in sites)
        return tuple(site.removeprefix("www.") for site in bare if site)

    @field_validator(
        "own_domains",
        "school_suffixes",
        "confidential_addresses",
        "senior_people",
        "pupil_addresses",
        "bulk_senders",
        "approved_sites",
        "pupil_sites",
        "packs",
        "frame_ancestors",
        "sign_in_tenants",
        "sign_in_clients",
        "sign_in_contexts",
        "sign_in_factors",
        mode="before",
    )
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(w.strip() for w in value.split(",") if w.strip()) if isinstance(value, str) else value


def load_settings(environ: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: a setting is unknown, missing or out of range; the message names it.
    """
    names = {PREFIX + name.upper() for name in Settings.model_fields} | {f"{PREFIX}SECRETS"}
    environ = os.environ if environ is None else environ
    strange = sorted(
        n for n in environ if n.upper().startswith(PREFIX) and n.upper() not in names | _FOR_TESTS
    )
    if strange:
        raise SettingsError(
            " ".join(f"Unknown setting {n}. {unknown(n.upper(), names, PREFIX)}" for n in strange)
        )
    secrets = environ.get(f"{PREFIX}SECRETS")
    if secrets:
        look_at_secrets(Path(secrets), {name.lower() for name in names})
    try:
        return Settings(_secrets_dir=secrets or None, **overrides)
    except ValidationError as error:
        wrong = "; ".join(
            f"{PREFIX}{'_'.join(map(str, e['loc'])).upper()}: {wrong_value(e, Settings.model_fields)}"
            for e in error.errors()
        )
        raise SettingsError(f"Settings are wrong. {wrong}. docs/settings.md says what each takes.") from None


_FOR_TESTS = {f"{PREFIX}TEST_POSTGRES", f"{PREFIX}TEST_BROWSER", f"{PREFIX}TONE_DATA"}
"""Read by tests and by model training, never by the service."""
