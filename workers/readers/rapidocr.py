"""RapidOCR: PP-OCR's models, which come inside the package, on onnxruntime; no network, no system package."""

import gc
import importlib.util
from pathlib import Path
from typing import Any

import numpy as np

from core.customers.cards.reading import Line
from workers.readers.errors import ReaderMissing
from workers.readers.photo import Pixels
from workers.readers.placing import Outline, boxes

MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
RUNS_UPRIGHT = 1.5
"""Height by width of a line from which its text runs up or down the image."""
IN_DOUBT = (0.3, 0.7)
"""The share of lines said to stand on their head between which both ways are read."""


class RapidOcr:
    """Finds the lines, turns the card as most of them say, reads them."""

    name = "rapidocr"

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._engine: Any = None

    def available(self) -> bool:
        folder = _models()
        return folder is not None and all((folder / file).exists() for file in MODELS.values())

    def read(self, image: Pixels) -> tuple[Line, ...]:
        self._load()
        strips, outlines = self._find_lines(image)
        if _most_run_upright(strips, outlines):
            image = np.ascontiguousarray(np.rot90(image))
            strips, outlines = self._find_lines(image)
        if not strips:
            return ()
        on_head = self._share_on_head(strips)
        upright = self._recognised(strips, outlines) if on_head < IN_DOUBT[1] else ()
        if on_head <= IN_DOUBT[0]:
            return upright
        turned = self._recognised(*_turned_round(strips, outlines, image))
        return max(upright, turned, key=_sureness)

    def release(self) -> None:
        self._engine = None
        gc.collect()

    def _load(self) -> None:
        if self._engine is not None:
            return
        folder = _models()
        if folder is None or not self.available():
            raise ReaderMissing
        from rapidocr import RapidOCR  # noqa: PLC0415 - half a second and 100 MB: only when a card comes

        self._engine = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_vertical_padding": False,
                "EngineConfig.onnxruntime.intra_op_num_threads": self._threads,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                # With its path a model is never looked for on the network.
                **{f"{part}.model_path": str(folder / file) for part, file in MODELS.items()},
            }
        )

    def _find_lines(self, image: Pixels) -> tuple[list[Pixels], list[Outline]]:
        from rapidocr.main import RapidOCRError  # noqa: PLC0415

        try:
            strips, found = self._engine.detect_and_crop(image, {})
        except RapidOCRError:  # its word for "no text"
            return [], []
        return strips, [np.asarray(outline, dtype=np.float32) for outline in found.boxes]

    def _share_on_head(self, strips: list[Pixels]) -> float:
        """Wide strips only: a short word looks much the same either way round."""
        wide = [strip for strip in strips if strip.shape[1] > 3 * strip.shape[0]] or strips
        _, verdict = self._engine.cls_and_rotate(wide)
        on_head: list[bool] = [label == "180" for label, _ in verdict.cls_res]
        return sum(on_head) / len(wide)

    def _recognised(self, strips: list[Pixels], outlines: list[Outline]) -> tuple[Line, ...]:
        result = self._engine.recognize_txt(strips)
        read = zip(result.txts, boxes(outlines), result.scores, strict=True)
        return tuple(Line(text.strip(), box, float(score)) for text, box, score in read if text.strip())


def _models() -> Path | None:
    package = importlib.util.find_spec("rapidocr")
    return Path(package.origin).parent / "models" if package and package.origin else None


def _most_run_upright(strips: list[Pixels], outlines: list[Outline]) -> bool:
    def upright(outline: Outline) -> bool:
        across = float(np.linalg.norm(outline[1] - outline[0]))
        return float(np.linalg.norm(outline[3] - outline[0])) > RUNS_UPRIGHT * across

    return sum(map(upright, outlines)) * 2 > len(strips)


def _turned_round(strips: list[Pixels], outlines: list[Outline], image: Pixels) -> tuple[list[Pixels], list[Outline]]:
    corner = np.array([image.shape[1], image.shape[0]], dtype=np.float32)
    return (
        [np.ascontiguousarray(np.rot90(strip, 2)) for strip in strips],
        [np.roll(corner - outline, -2, axis=0) for outline in outlines],
    )


def _sureness(lines: tuple[Line, ...]) -> float:
    letters = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / max(letters, 1)
