"""What does the directory of addresses give away to somebody who may ask, or who has stolen the database?

    python -m bench.oracle [--queries 100000] [--pairs 20000] [--checks 1000] [--singles 1000]

Asking: a signed-in attacker has drafts checked with guesses among the readers, in every field and spelling, up to
2,000 of them at once, and reads the replies. Stealing: every byte of the database is searched for the addresses, and
every guess is tried against its hashes with all that lies beside them but the key. Time: hits and misses in turn,
as look-ups and as whole checks, told apart or not by the Mann-Whitney test. It is CPU time, which is stricter than what
anybody sees from outside: waiting and the network add noise, and hide nothing else.
"""

import argparse
import gc
import hashlib
import hmac
import math
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.adapters.clock import SystemClock
from app.api.replies import to_reply
from app.compose.check_draft import check_draft
from app.domain.draft import Body, Draft, Mailbox, Moment, Recipient
from app.domain.school import Phase, School
from app.ports import DirectoryContents, DirectoryEntry
from app.settings import load_settings
from app.wiring.installation import Installation

ROLES = ("office", "head", "admin", "senco", "chair", "clerk", "bursar", "dsl", "enquiries", "finance")
SCHOOLS = 500
_AT_ONCE = 2000
_LEVEL = 0.05


def schools() -> list[School]:
    """Schools whose websites are known to everybody."""
    return [
        School(
            f"{200000 + n}",
            f"School {n}",
            Phase.PRIMARY,
            "Weald",
            "jo@council.example",
            "Acorn",
            domain=f"s{n}.weald.sch.uk",
        )
        for n in range(SCHOOLS)
    ]


def guesses() -> list[str]:
    """What anybody would try: every usual role at every school."""
    return [f"{role}@s{n}.weald.sch.uk" for n in range(SCHOOLS) for role in ROLES]


def an_installation(folder: Path) -> tuple[Installation, frozenset[str]]:
    """A third of the guesses are right."""
    made = Installation(load_settings({}, data=folder, own_domains="council.example"))
    chance = random.Random(7)  # noqa: S311 - made-up addresses, the same each time
    held = frozenset(guess for guess in guesses() if chance.random() < 1 / 3)
    entries = tuple(
        DirectoryEntry(a, f"{200000 + int(a.partition('@s')[2].partition('.')[0])}", a.partition("@")[0])
        for a in sorted(held)
    )
    made.registers.directory.replace(
        DirectoryContents(tuple(schools()), frozenset(), entries, made.clock.now())
    )
    return made, held


def ask(made: Installation, held: frozenset[str], queries: int, singles: int) -> tuple[int, int, list[int]]:
    """Queries, addresses in a reply that were not in the question, and guesses whose reply says more than nonsense's.

    The reply for a guess is compared with that for an address at the same school that nobody has, without the words of
    the question itself; counted for guesses that are not held (whose name alone says something) and that are.
    """
    road = made.road(keeps_records=False)
    tried, leaked, differs = 0, 0, [0, 0]
    everything = sorted(held)
    for guess in random.sample(guesses(), min(singles, queries // 2)):
        none = f"{hashlib.sha256(guess.encode()).hexdigest()[:12]}@{guess.partition('@')[2]}"
        said = [_reply(road, address) for address in (guess, none)]
        tried += 2
        told = said[0].replace(guess, "")
        leaked += sum(address in told for address in everything)
        differs[guess in held] += said[0].replace(guess, "#") != said[1].replace(none, "#")
    while tried < queries:
        many = random.sample(guesses(), min(_AT_ONCE, queries - tried))
        told = _reply(road, *many)
        tried += len(many)
        leaked += sum(address in told for address in everything if address not in many)
    return tried, leaked, differs


def _reply(road: object, *addresses: str) -> str:
    draft = Draft(
        "Form",
        Body("Please send the form."),
        SystemClock().now(),
        recipients=tuple(Recipient(Mailbox(a)) for a in addresses),
    )
    checked = check_draft(draft, Moment.COMPOSE, road)  # type: ignore[arg-type]  # as the installation made it
    return to_reply(replace(checked, elapsed_ms=0.0)).model_dump_json()


def steal(folder: Path, held: frozenset[str]) -> tuple[int, int]:
    """Addresses that lie open in the files but for the key's, and guesses that fit a hash without the key."""
    files = [p for p in folder.rglob("*") if p.is_file() and p.suffix != ".key"]
    content = b"\n".join(path.read_bytes() for path in files)
    open_ones = sum(address.encode() in content for address in held)
    with sqlite3.connect(folder / "sendwell.db") as database:
        stolen = {row[0] for row in database.execute("SELECT address_hash FROM addresses")}
        beside = [
            b"",
            b"sendwell",
            *(str(value).encode() for (value,) in database.execute("SELECT version FROM directory_state")),
        ]
    beside += [(folder / "journal.pub").read_bytes()] if (folder / "journal.pub").exists() else []
    fits = 0
    for guess in guesses():
        words = (guess.encode(), f"address\0{guess}".encode())
        fits += any(
            tried in stolen
            for word in words
            for tried in (
                *(make(word).hexdigest() for make in (hashlib.sha256, hashlib.blake2s, hashlib.sha3_256)),
                *(hmac.new(key or b"\0", word, "sha256").hexdigest() for key in beside),
            )
        )
    return open_ones, fits


def times(
    ask_for: Callable[[str], object], held: frozenset[str], pairs: int
) -> tuple[list[float], list[float]]:
    """CPU nanoseconds of hits and of misses, in turn; which comes first is drawn anew for each pair.

    A pair has one role, and domains of one length: what the words of a question cost tells nothing of what is held.
    There are as many different hits as misses, so that neither is asked for more often and lies nearer.
    """
    chance = random.Random(3)  # noqa: S311 - an order, no secret
    couples = _couples(held, chance)
    hits, misses = [hit for hit, _ in couples], [miss for _, miss in couples]
    found: tuple[list[float], list[float]] = ([], [])
    for warm in hits[:20] + misses[:20]:
        ask_for(warm)
    gc.disable()
    for _ in range(pairs):
        pair = list(enumerate(chance.choice(couples)))
        chance.shuffle(pair)
        for which, address in pair:
            began = time.thread_time_ns()
            ask_for(address)
            found[which].append(time.thread_time_ns() - began)
    gc.enable()
    return found


def _couples(held: frozenset[str], chance: random.Random) -> list[tuple[str, str]]:
    """Each hit and each miss once at most, a hit beside a miss of the same role and length."""
    alike: dict[tuple[str, int], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for guess in guesses():
        alike[guess.partition("@")[0], len(guess)][guess not in held].append(guess)
    for both in alike.values():
        for one in both:
            chance.shuffle(one)
    return [couple for hits, misses in alike.values() for couple in zip(hits, misses, strict=False)]


def mann_whitney(one: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """P that both come from one source (normal approximation, with ties), and the share of pairs where `one` is more."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks, ties, at = 0.0, 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        same = end - at
        ties += same**3 - same
        ranks += sum(1 for _, which in ranked[at:end] if which == 0) * (at + 1 + end) / 2
        at = end
    n, m = len(one), len(other)
    more = ranks - n * (n + 1) / 2
    spread = math.sqrt(n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))))
    return math.erfc(abs(more - n * m / 2) / spread / math.sqrt(2)), more / (n * m)


def main() -> int:
    """Print the figures; 1 when something was given away."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=20_000)
    parser.add_argument("--checks", type=int, default=1000)
    parser.add_argument(
        "--singles", type=int, default=1000, help="guesses asked about alone; the others 2,000 at once"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        made, held = an_installation(Path(name))
        print(f"{len(held)} addresses held, {len(guesses())} guesses")
        tried, leaked, differs = ask(made, held, asked.queries, asked.singles)
        print(
            f"asked: {tried} queries, {leaked} addresses told that were not asked about; of {asked.singles} guesses asked about "
            f"alone the reply differed from that for nonsense at the same school for {differs[1]} that are held and {differs[0]} that are not"
        )
        road = made.road(keeps_records=False)
        apart = []
        for name_, ask_for, pairs in (
            ("look-up", lambda address: made.registers.directory.look_up((address,)), asked.pairs),
            ("whole check", lambda address: _reply(road, address), asked.checks),
        ):
            hits, misses = times(ask_for, held, pairs)
            p, share = mann_whitney(hits, misses)
            apart.append(p)
            print(
                f"time of a {name_}, {pairs} pairs: hit {statistics.median(hits) / 1000:.2f} µs, miss "
                f"{statistics.median(misses) / 1000:.2f} µs (medians), p = {p:.3g}, hit slower in {share:.1%} of pairs"
            )
        made.ground.engine.dispose()
        open_ones, fits = steal(Path(name), held)
        print(f"stolen without the key: {open_ones} addresses lie open, {fits} guesses confirmed")
    return int(bool(leaked or open_ones or fits or min(apart) <= _LEVEL))


if __name__ == "__main__":
    sys.exit(main())
