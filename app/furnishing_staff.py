"""What stands in the room about staff, and what is told there of what is kept?"""

from dataclasses import replace

from app.domain.verdict import Clause
from app.staff.notice import ABOUT_WATCHING, NoticeFacts, notice, what_is_told
from app.staff.own_record import RegisterSources
from app.staff.policy_version import as_text, version_of
from app.staff.posting_register import PostingDesk
from app.staff.sign_policy import SigningDesk
from app.web.staff.room import StaffRoom
from app.wiring.installation import Installation
from app.wiring.journal import JournalKeeping
from app.wiring.retention import here_now, look_through


def staff_room(made: Installation) -> StaffRoom:
    """Where people sign, where the registers are kept, and what tells them what is kept."""
    facts = _notice_facts(made)
    told = what_is_told(facts)
    live, kept = made.policy.live, made.registers
    signing = SigningDesk(
        kept.signatures, made.clock, lambda: version_of(live(), told), lambda: as_text(live())
    )
    return StaffRoom(
        clock=made.clock,
        staff=kept.staff,
        signing=signing,
        postings=PostingDesk(kept.postings, made.clock),
        held=RegisterSources(
            staff=kept.staff,
            signatures=kept.signatures,
            postings=kept.postings,
            records=made.records.checks,
            choices=made.records.choices,
            packs=made.policy.store,
            bulletin=made.bulletin.book,
            cases=made.review.cases,
            access=made.rights.desk(lambda: {kept.table: long for kept, long in notice(live(), facts).kept}),
        ),
        retention=look_through(made),
        here_now=lambda: here_now(made, notice(live(), replace(facts, laws=made.policy.documents.laws))),
        journal=JournalKeeping(made.ground).desk,
        policy=live,
        notice=lambda: notice(live(), replace(facts, laws=made.policy.documents.laws)),
    )


def _notice_facts(made: Installation) -> NoticeFacts:
    """What this installation really is, for the notice."""
    policy = made.policy
    covered = policy.coverage(policy.packs)
    titles = {pack.id: pack.title for pack in policy.packs}
    clauses = [
        Clause(pack, clause.section, clause.quote, titles[pack])
        for pack, found in covered.items()
        for clause in found
        if clause.id in ABOUT_WATCHING
    ]
    return NoticeFacts(
        tables=made.records.tables,
        settings=made.settings.model_dump(exclude={"database_url"}),
        sources=policy.sources,
        clauses=clauses,
        laws=policy.documents.laws,
    )
