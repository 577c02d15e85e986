"""QR codes, drawn in the page itself."""

from typing import Any


def qr_of(text: str) -> dict[str, Any]:
    """`text` as a QR code: `size` in modules, and an SVG `path`, a unit a module, with the border that readers need."""
    import segno  # noqa: PLC0415 - few pages draw a code

    code = segno.make(text, error="m", micro=False)
    border = 4
    lines = []
    for y, line in enumerate(code.matrix):
        x = 0
        while x < len(line):
            length = 0
            while x + length < len(line) and line[x + length]:
                length += 1
            if length:
                lines.append(f"M{x + border} {y + border}.5h{length}")
            x += max(length, 1)
    return {"size": len(code.matrix) + 2 * border, "path": "".join(lines)}
