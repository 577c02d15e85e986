from typing import Any

import pytest

from bot.local.html_text import parsed_html
from bot.local.refusals import RefusedError


def spans(source: str) -> list[tuple[str, int, int]]:
    return [(one["type"], one["offset"], one["length"]) for one in parsed_html(source)[1]]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"), ("strong", "bold"), ("i", "italic"), ("em", "italic"), ("u", "underline"), ("ins", "underline"),
        ("s", "strikethrough"), ("strike", "strikethrough"), ("del", "strikethrough"), ("code", "code"),
        ("pre", "pre"), ("blockquote", "blockquote"), ("tg-spoiler", "spoiler"),
    ],
)  # fmt: skip
def test_each_tag_of_telegram_becomes_its_entity(tag: str, kind: str) -> None:
    assert parsed_html(f"a<{tag}>bc</{tag}>d") == ("abcd", [{"type": kind, "offset": 1, "length": 2}])


def test_offsets_are_in_utf_16_units() -> None:
    assert spans("😀<b>ñ</b>😀<i>x</i>") == [("bold", 2, 1), ("italic", 5, 1)]


def test_entities_nest_with_the_outer_one_first() -> None:
    assert spans("<b>a<i>b</i></b>") == [("bold", 0, 2), ("italic", 1, 1)]


def test_tags_and_attributes_may_be_written_loosely() -> None:
    text, entities = parsed_html("<B >x</ b><A href='http://a.es/?x=1&amp;y=2'>y</a>".replace("</ b>", "</B >"))
    assert text == "xy"
    assert entities[1] == {"type": "text_link", "offset": 1, "length": 1, "url": "http://a.es/?x=1&y=2"}


def test_a_link_without_address_leads_where_its_text_says() -> None:
    assert parsed_html("<a>ronda.es</a>")[1][0]["url"] == "http://ronda.es/"


@pytest.mark.parametrize("address", ["localhost", "ftp://a.es", "", "javascript:alert(1)"])
def test_a_link_that_telegram_would_not_take_is_plain_text(address: str) -> None:
    assert parsed_html(f'<a href="{address}">hola</a>') == ("hola", [])


def test_a_block_of_code_names_its_language() -> None:
    whole = {"type": "pre", "offset": 0, "length": 1, "language": "sql"}
    assert parsed_html('<pre><code class="language-sql">x</code></pre>') == ("x", [whole])


def test_a_quotation_may_be_expandable_and_a_span_a_spoiler() -> None:
    assert spans("<blockquote expandable>a</blockquote>") == [("expandable_blockquote", 0, 1)]
    assert spans('<span class="tg-spoiler">a</span>') == [("spoiler", 0, 1)]


def test_an_empty_tag_leaves_nothing() -> None:
    assert parsed_html("a<b></b>b") == ("ab", [])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp; &quot;", '<b> & "'), ("&#241;&#xF1;", "ññ"), ("&#128512;", "😀"),
        ("R&D & &nbsp; &ltx", "R&D & &nbsp; &ltx"), ("&lt", "<"), ("&#0;&#xD800;", "&#0;&#xD800;"), ("1 > 0", "1 > 0"),
    ],
)  # fmt: skip
def test_references_are_read_as_telegram_reads_them(source: str, text: str) -> None:
    assert parsed_html(source)[0] == text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("ñ<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        parsed_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize("number", ["", "x"])
def test_a_custom_emoji_needs_a_number(number: Any) -> None:
    with pytest.raises(RefusedError, match="invalid custom emoji identifier specified"):
        parsed_html(f'<tg-emoji emoji-id="{number}">😀</tg-emoji>')
