"""Programs that read printed sheets: Tesseract and the models of PaddleOCR (all Apache-2.0).

apt-get install tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-chi-tra
pip install rapidocr-onnxruntime rapidocr
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from printing import Sheet

Engine = Callable[[Sequence[Sheet], str], list[str]]
"""Returns what it reads of each sheet in a script (hans or hant), one line after the other."""

_TRAINED = {"hans": "chi_sim", "hant": "chi_tra"}


def tesseract() -> Engine:
    """Return Tesseract, reading each sheet as one block of text."""
    return _by_tesseract


def _by_tesseract(sheets: Sequence[Sheet], script: str) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number}.png" for number in range(len(sheets))]
        for file, sheet in zip(files, sheets, strict=True):
            sheet.image.save(file)
        listed = folder / "list"
        listed.write_text("\n".join(map(str, files)), encoding="utf-8")
        command = ["tesseract", str(listed), "-", "-l", _TRAINED[script], "--psm", "6"]
        alone = os.environ | {"OMP_THREAD_LIMIT": "1"}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=alone)
    return done.stdout.split("\f")[: len(sheets)]


def paddle_4() -> Engine:
    """Return PP-OCRv4, reading line by line."""
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR(intra_op_num_threads=1)

    def read(sheets: Sequence[Sheet], script: str) -> list[str]:  # noqa: ARG001 - it knows both
        return ["".join(text for text, *_ in engine.text_rec(_lines(sheet))[0]) for sheet in sheets]

    return read


def paddle_6() -> Engine:
    """Return PP-OCRv6 (small), reading line by line."""
    from rapidocr import RapidOCR

    engine = RapidOCR(
        params={"EngineConfig.onnxruntime.intra_op_num_threads": 1, "Global.log_level": "error"}
    )

    def of_line(line: npt.NDArray[np.uint8]) -> str:
        return "".join(engine(line, use_det=False, use_cls=False, use_rec=True).txts or ())

    def read(sheets: Sequence[Sheet], script: str) -> list[str]:  # noqa: ARG001 - it knows both
        return ["".join(of_line(line) for line in _lines(sheet)) for sheet in sheets]

    return read


ENGINES: dict[str, Callable[[], Engine]] = {
    "tesseract": tesseract,
    "paddle_4": paddle_4,
    "paddle_6": paddle_6,
}


def _lines(sheet: Sheet) -> list[npt.NDArray[np.uint8]]:
    return [np.asarray(_line(sheet, top, bottom)) for top, bottom in sheet.rows]


def _line(sheet: Sheet, top: int, bottom: int) -> Image.Image:
    return sheet.image.crop((0, top - 2, sheet.image.width, bottom + 2)).convert("RGB")
