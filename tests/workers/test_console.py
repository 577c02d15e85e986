from io import StringIO

from workers.console import Console


def printed(*pieces: tuple[str, bytes]) -> str:
    out = StringIO()
    console = Console(["web", "worker"], out)
    for name, piece in pieces:
        console.write(name, piece)
    return out.getvalue()


def test_each_line_says_which_process_it_is_from() -> None:
    assert printed(("web", b"ready\n"), ("worker", b"one\ntwo\n")) == ("web    | ready\nworker | one\nworker | two\n")


def test_a_line_that_comes_in_pieces_is_printed_whole() -> None:
    assert printed(("web", "señ".encode()[:3]), ("worker", b"hi\n"), ("web", "señal\n".encode()[3:])) == (
        "worker | hi\nweb    | señal\n"
    )


def test_what_is_not_text_is_printed_all_the_same() -> None:
    assert printed(("web", b"\xff\n")) == "web    | \N{REPLACEMENT CHARACTER}\n"


def test_our_own_line_comes_after_what_the_process_had_begun() -> None:
    out = StringIO()
    console = Console(["web"], out)
    console.write("web", b"half a li")
    console.say("web", "stopped")
    assert out.getvalue() == "web | half a li\nweb | stopped\n"


def test_a_closed_terminal_is_no_error() -> None:
    out = StringIO()
    console = Console(["web"], out)
    out.close()
    console.write("web", b"nobody reads this\n")
