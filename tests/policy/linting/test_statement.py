"""Are policies read sentence by sentence, with line, stance and the line that leads in?"""

import pytest

from app.policy.linting.stance import Stance, stance_of
from app.policy.linting.statement import QUOTE_WORDS, statements_of
from tests.policy.linting.written import pack, said


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Staff must not use WhatsApp.", Stance.RULES_OUT),
        ("Never reply to all.", Stance.RULES_OUT),
        ("Use of own phones should be avoided.", Stance.RULES_OUT),
        ("Volunteers are not permitted to speak for the charity.", Stance.RULES_OUT),
        ("You can’t keep a list of your own.", Stance.RULES_OUT),
        ("Private use is permitted, if it does not disturb.", Stance.ALLOWS),
        ("Coaches may share the results.", Stance.ALLOWS),
        ("Nurses should keep a copy.", Stance.ASKS),
        ("Delete messages you no longer need.", Stance.ASKS),
        ("The bulletin may be late.", Stance.SAYS),
        ("Curators may lend their keys.", Stance.ALLOWS),
        ("Any curator can lend a key.", Stance.ALLOWS),
        ("Delays may cause harm.", Stance.SAYS),
        ("E-mail is a public thing.", Stance.SAYS),
        ("People you don't know could see it.", Stance.SAYS),
    ],
)
def test_the_stance_of_a_sentence(sentence: str, stance: Stance) -> None:
    assert stance_of(sentence) is stance


def test_items_take_the_stance_of_the_line_above_unless_they_have_their_own() -> None:
    found = said(
        a="""\
        You can:
        · Send one message.
        · Ask the desk. It is open all day.

        Do not:
        - Send large files.
        - Members may forward the newsletter.

        All users should:
        - Not shout.
        """
    )
    assert [(s.line, s.stance.value, s.lead) for s in found if s.lead] == [
        (2, "allows", "You can:"),
        (3, "allows", "You can:"),
        (6, "rules out", "Do not:"),
        (7, "allows", "Do not:"),
        (10, "rules out", "All users should:"),
    ]


def test_wrapped_lines_are_one_sentence_that_still_knows_its_lines() -> None:
    wrapped = said(
        a="""\
        1. On the ward

        Every nurse who writes to a patient should take the same care over spelling
        and over names as in a letter. Sister reads
        every letter first.
        """
    )
    assert [s.text[:12] for s in wrapped] == ["On the ward", "Every nurse ", "Sister reads"]
    nurse, sister = wrapped[1:]
    assert (nurse.line, nurse.line_at(nurse.text.index("names")), sister.line) == (3, 4, 4)
    assert nurse.heading == "On the ward"


def test_deeper_items_belong_to_the_item_above() -> None:
    found = said(a="Members should not:\n- Do anything likely to\n  - annoy others\n- Send jokes.\n")
    assert [(s.lead, s.stance.value) for s in found[2:]] == [
        ("Do anything likely to", "rules out"),
        ("Members should not:", "rules out"),
    ]


def test_short_forms_do_not_end_a_sentence() -> None:
    assert len(said(a="Ask the desk, e.g. Mrs. Bell or No. 5, first. Then wait.")) == 2


def test_a_citation_has_at_most_fifteen_words_and_shows_what_turns_it_round() -> None:
    long = said(a=f"Do not:\n- Send {'very ' * 30}large files.\n")[1]
    cited = long.cited(long.text.index("large"))
    assert cited.endswith("under “Do not” (a.txt, line 2)")
    assert "large" in cited
    assert len(cited.split("(")[0].replace("under", "").split()) <= QUOTE_WORDS


def test_without_its_document_a_pack_speaks_through_its_quotations() -> None:
    (only,) = statements_of(pack("a"), None)
    assert (only.text, only.document, only.line) == ("Be kind.", "a.yaml", 7)
