"""RapidOCR: PP-OCR's models, which come inside the package, on onnxruntime; no network, no system package."""

import gc
import importlib.util
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.customers.cards.reading import Line
from workers.readers.errors import ReaderMissing
from workers.readers.photo import LONG_SIDE, Pixels
from workers.readers.placing import Outline, boxes
from workers.readers.provider import Seen

MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
RUNS_UPRIGHT = 1.5
"""Height by width of a line from which its text runs up or down the image."""
IN_DOUBT = (0.3, 0.7)
"""The share of lines said to stand on their head between which both ways are tried."""
TRIED = 4
"""How many lines tell which way is right."""
GLANCE = 1152
"""Pixels of the longer side at which lines are looked for; what is found is read in the full image."""
SMALLEST_SEEN = 12
"""Pixels in a glance: where half of the lines are lower, smaller ones may be overlooked, and a closer look is taken."""


class RapidOcr:
    """Finds the lines, turns the card as most of them say, reads them."""

    name = "rapidocr"

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._engine: Any = None

    def available(self) -> bool:
        folder = _models()
        return folder is not None and all((folder / file).exists() for file in MODELS.values())

    def read(self, image: Pixels) -> Seen:
        self._load()
        turn = 0
        strips, outlines = self._find_lines(image)
        if not strips:
            return Seen(())
        if _most_run_upright(outlines):
            outlines = _turned_left(outlines, image)
            turn, image = 1, np.ascontiguousarray(np.rot90(image))
            strips = self._engine.crop_text_regions(image, outlines)
        if self._stand_on_their_heads(strips):
            turn += 2
            strips, outlines = _turned_round(strips, outlines, image)
        return Seen(self._recognised(strips, outlines), turn)

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
                "Det.limit_type": "max",
                "Det.limit_side_len": LONG_SIDE,  # it would enlarge what is small
                "Rec.rec_batch_num": 1,  # several would all be made as wide as the widest
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                # With its path a model is never looked for on the network.
                **{f"{part}.model_path": str(folder / file) for part, file in MODELS.items()},
            }
        )

    def _find_lines(self, image: Pixels) -> tuple[list[Pixels], list[Outline]]:
        """The lines' strips and where each stands; looked for again, closer, where they are small."""
        scale = GLANCE / max(image.shape[:2])
        outlines: list[Outline] = []
        if scale < 1:
            glance = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
            outlines = [(outline / scale).astype(np.float32) for outline in self._outlines(glance)]
        if not outlines or _usual_height(outlines) * scale < SMALLEST_SEEN:
            outlines = self._outlines(image)
        return self._engine.crop_text_regions(image, outlines), outlines

    def _outlines(self, image: Pixels) -> list[Outline]:
        from rapidocr.main import RapidOCRError  # noqa: PLC0415

        try:
            _, found = self._engine.detect_and_crop(image, {})
        except RapidOCRError:  # its word for "no text"
            return []
        return [np.asarray(outline, dtype=np.float32) for outline in found.boxes]

    def _stand_on_their_heads(self, strips: list[Pixels]) -> bool:
        """Wide strips only: a short word looks much the same either way round."""
        wide = [strip for strip in strips if strip.shape[1] > 3 * strip.shape[0]] or strips
        _, verdict = self._engine.cls_and_rotate(list(wide))
        on_head: list[bool] = [label == "180" for label, _ in verdict.cls_res]
        share = sum(on_head) / len(wide)
        if not IN_DOUBT[0] < share < IN_DOUBT[1]:
            return share >= IN_DOUBT[1]
        tried = sorted(wide, key=lambda strip: strip.shape[0] / strip.shape[1])[:TRIED]
        upright, turned = (self._sureness([np.rot90(strip, way) for strip in tried]) for way in (0, 2))
        return turned > upright

    def _sureness(self, strips: list[Pixels]) -> float:
        read = self._engine.recognize_txt([np.ascontiguousarray(strip) for strip in strips])
        sure = [(len(text), float(score)) for text, score in zip(read.txts, read.scores, strict=True)]
        return sum(letters * score for letters, score in sure) / max(sum(letters for letters, _ in sure), 1)

    def _recognised(self, strips: list[Pixels], outlines: list[Outline]) -> tuple[Line, ...]:
        result = self._engine.recognize_txt(strips)
        read = zip(result.txts, boxes(outlines), result.scores, strict=True)
        return tuple(Line(text.strip(), box, float(score)) for text, box, score in read if text.strip())


def _models() -> Path | None:
    package = importlib.util.find_spec("rapidocr")
    return Path(package.origin).parent / "models" if package and package.origin else None


def _usual_height(outlines: list[Outline]) -> float:
    sides = (np.linalg.norm(outline[0] - outline[[1, 3]], axis=1) for outline in outlines)
    return float(np.median([side.min() for side in sides]))


def _most_run_upright(outlines: list[Outline]) -> bool:
    def upright(outline: Outline) -> bool:
        across = float(np.linalg.norm(outline[1] - outline[0]))
        return float(np.linalg.norm(outline[3] - outline[0])) > RUNS_UPRIGHT * across

    return sum(map(upright, outlines)) * 2 > len(outlines)


def _turned_left(outlines: list[Outline], image: Pixels) -> list[Outline]:
    """Where the lines stand when the image is turned a quarter against the clock."""
    width = image.shape[1]
    turned = (np.stack([outline[:, 1], width - outline[:, 0]], axis=1) for outline in outlines)
    return [np.roll(outline, -1, axis=0).astype(np.float32) for outline in turned]


def _turned_round(strips: list[Pixels], outlines: list[Outline], image: Pixels) -> tuple[list[Pixels], list[Outline]]:
    corner = np.array([image.shape[1], image.shape[0]], dtype=np.float32)
    return (
        [np.ascontiguousarray(np.rot90(strip, 2)) for strip in strips],
        [np.roll(corner - outline, -2, axis=0) for outline in outlines],
    )
