"""What a sentence means, in numbers: is it there, and the same in any company?"""

from tests.road import real_reader

WIDTH = 384
ALONE = "Please bring the form on Friday."


def test_a_sentence_means_the_same_alone_and_in_a_mail() -> None:
    [alone] = real_reader().read(ALONE)
    in_a_mail = real_reader().read(f"Dear Priya,\n\n{ALONE} The hall is booked.\n")[1]

    assert len(alone.sense) == WIDTH
    assert alone.sense == in_a_mail.sense


def test_what_is_not_read_means_nothing() -> None:
    assert [len(one.sense) for one in real_reader().cut(ALONE)] == [0]


def test_what_is_quoted_is_left_out() -> None:
    [one] = real_reader().read('He wrote "you are finished here" and left.')
    [other] = real_reader().read('He wrote "you were lovely today" and left.')

    assert one.sense == other.sense
