import shutil
import struct

import pytest

from rapportage.schermafdruk import take_schermafdruk


@pytest.mark.skipif(shutil.which("chromium") is None, reason="geen chromium op deze computer")
def test_picture_has_the_size_that_was_asked_for(tmp_path):
    pagina = tmp_path / "pagina.html"
    pagina.write_text("<!DOCTYPE html><title>proef</title><h1>Proef</h1>", encoding="utf-8")
    png = take_schermafdruk(str(pagina), tmp_path / "pagina.png", breedte=640, hoogte=480, wacht=1)
    inhoud = png.read_bytes()
    assert inhoud[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", inhoud[16:24]) == (640, 480)


def test_missing_page_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nergens\.html"):
        take_schermafdruk(str(tmp_path / "nergens.html"), tmp_path / "x.png")
