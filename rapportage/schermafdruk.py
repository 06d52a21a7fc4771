"""Take a picture of a page in headless Chromium: ``python -m rapportage.schermafdruk``."""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

_VLAGGEN = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)
_MAXIMALE_SECONDEN = 120


def take_schermafdruk(
    bron: str,
    png: Path,
    *,
    breedte: int = 1280,
    hoogte: int = 1600,
    wacht: int = 2,
    schaal: float = 1,
    vanaf: int = 0,
) -> Path:
    """Write a picture of a page, return where it is.

    Args:
        bron: a web address, or the path of an HTML file.
        png: the file to write.
        breedte: width of the window in pixels.
        hoogte: height of the window in pixels; give enough for the whole page.
        wacht: seconds that the page gets to draw itself.
        vanaf: where on the page the picture begins, in pixels from above.
        schaal: pixels in the picture per pixel of the window; 2 is sharp on any screen.

    Raises:
        FileNotFoundError: no Chromium on this machine, or no such HTML file.
        RuntimeError: Chromium wrote no picture.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise FileNotFoundError(
            "Chromium staat niet op deze computer. Installeer het pakket chromium."
        )
    with tempfile.TemporaryDirectory(prefix="schermafdruk-") as profiel:
        adres = _to_adres(bron)
        if vanaf:
            adres = _make_uitsnede(Path(profiel), adres, vanaf, hoogte)
        opdracht = [
            chromium,
            *_VLAGGEN,
            f"--user-data-dir={profiel}",
            f"--virtual-time-budget={wacht * 1000}",
            f"--window-size={breedte},{hoogte}",
            f"--force-device-scale-factor={schaal}",
            f"--screenshot={png.resolve()}",
            adres,
        ]
        uitvoer = subprocess.run(  # noqa: S603 (fixed program, arguments as a list)
            opdracht, capture_output=True, text=True, timeout=_MAXIMALE_SECONDEN, check=False
        )
    if uitvoer.returncode != 0 or not png.is_file():
        raise RuntimeError(f"Chromium maakte geen schermafdruk van {bron}: {uitvoer.stderr[-500:]}")
    return png


def _to_adres(bron: str) -> str:
    if "://" in bron:
        return bron
    pad = Path(bron)
    if not pad.is_file():
        raise FileNotFoundError(f"Het bestand '{bron}' bestaat niet.")
    return pad.resolve().as_uri()


def _make_uitsnede(map: Path, adres: str, vanaf: int, hoogte: int) -> str:
    """Return the address of a page that shows another page from ``vanaf`` pixels down.

    Chromium pictures a scrolled page as an empty one, so the page is shifted in a frame.
    """
    pad = map / "uitsnede.html"
    stijl = f"position:absolute;border:0;left:0;top:-{vanaf}px;width:100%;height:{vanaf + hoogte}px"
    pad.write_text(
        f'<body style="margin:0;overflow:hidden"><iframe src="{adres}" style="{stijl}"></iframe>',
        encoding="utf-8",
    )
    return pad.as_uri()


def main() -> None:
    """Read the arguments and take the picture."""
    parser = argparse.ArgumentParser(description="Maak een schermafdruk van een pagina.")
    parser.add_argument("bron", help="webadres of HTML-bestand")
    parser.add_argument("png", type=Path, help="het te maken bestand")
    parser.add_argument("--breedte", type=int, default=1280)
    parser.add_argument("--hoogte", type=int, default=1600)
    parser.add_argument("--wacht", type=int, default=2, help="seconden om te tekenen")
    parser.add_argument("--schaal", type=float, default=1, help="beeldpunten per pixel")
    parser.add_argument("--vanaf", type=int, default=0, help="begin zoveel pixels lager")
    keuze = parser.parse_args()
    take_schermafdruk(
        keuze.bron,
        keuze.png,
        breedte=keuze.breedte,
        hoogte=keuze.hoogte,
        wacht=keuze.wacht,
        schaal=keuze.schaal,
        vanaf=keuze.vanaf,
    )


if __name__ == "__main__":
    main()
