"""Every quotation is found in its document, whatever the line breaks, and nothing of the document is lost."""

from app.policy_owner.source_text import around, marked

TEXT = "You can:\n\n· Put news for all\n  schools in the e-bulletin,  which goes weekly.\n\nYou can’t: send large files.\n"


def test_nothing_is_lost_and_lines_are_counted() -> None:
    told = marked(TEXT, {"a": "schools in the e-bulletin, which", "b": "nowhere at all", "c": ""})

    assert ["".join(piece.text for piece in p.pieces) for p in told] == [x for x in TEXT.split("\n") if x]
    assert [p.line for p in told] == [1, 3, 4, 6]


def test_a_quotation_is_marked_over_line_breaks_and_starts_once() -> None:
    told = marked(TEXT, {"a": "for all schools in the e-bulletin, which goes"})
    pieces = [(piece.text, piece.starts) for p in told for piece in p.pieces if piece.clauses == ("a",)]

    assert pieces == [("for all", ("a",)), ("  schools in the e-bulletin,  which goes", ())]


def test_quotations_may_overlap_and_hold_each_other() -> None:
    told = marked("one two three four", {"a": "one two three", "b": "two three four", "c": "two"})[0].pieces

    assert [(p.text, p.clauses) for p in told] == [
        ("one ", ("a",)),
        ("two", ("a", "b", "c")),
        (" three", ("a", "b")),
        (" four", ("b",)),
    ]
    assert [p.starts for p in told] == [("a",), ("b", "c"), (), ()]


def test_the_surroundings_of_a_clause() -> None:
    told = marked("a\n\nb\n\nc\n\nd\n\ne", {"x": "c"})

    assert [p.pieces[0].text for p in around(told, "x")] == ["b", "c", "d"]
    assert around(told, "y") == ()
    assert around(marked("", {"x": "c"}), "x") == ()
