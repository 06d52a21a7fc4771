"""The post: every message that is sent, and the zip files it arrives in."""

import zipfile
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import sjablonen as sj
from verhaal import Toewijzing


class Post:
    """Collects messages by the month they arrive in; writes one zip per month and kind."""

    def __init__(self) -> None:
        """Start with an empty post."""
        self.berichten: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.teller = 0

    def send(
        self,
        soort: str,
        afzender: str,
        ontvanger: str,
        dagtekening: date,
        payload: str,
        header_extra: str = "",
        identificatie: str = "",
        ontvangst: str = "",
    ) -> str:
        """Send a message; ``ontvangst`` (JJJJ-MM) is the month of its dagtekening by default."""
        self.teller += 1
        identificatie = identificatie or f"{soort[2:]}G{self.teller:06d}"
        bericht = sj.render_bericht(
            soort, afzender, ontvanger, identificatie, dagtekening, payload, header_extra
        )
        self.berichten[ontvangst or f"{dagtekening:%Y-%m}", soort].append(bericht)
        return identificatie

    def write(self, inbox: Path) -> None:
        """Write ``inbox/ijw/<JJJJ-MM>/<soort>.zip``, the same bytes on every run."""
        for (maand, soort), berichten in sorted(self.berichten.items()):
            map_maand = inbox / "ijw" / maand
            map_maand.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(map_maand / f"{soort}.zip", "w") as archief:
                for nummer, bericht in enumerate(berichten, start=1):
                    info = zipfile.ZipInfo(f"{soort}_{nummer:05d}.xml", (2025, 1, 1, 0, 0, 0))
                    info.compress_type = zipfile.ZIP_DEFLATED
                    archief.writestr(info, bericht.encode())


def render_toegewezen(toewijzing: Toewijzing, codes: tuple[str, ...] = ()) -> str:
    """Return a ToegewezenProduct of a 301 (or 302, with codes)."""
    code = toewijzing.codes[0] if len(toewijzing.codes) == 1 and toewijzing.categorie else None
    volume = toewijzing.volume if code else None
    opt = sj.render_optional
    return (
        f"<m:ToegewezenProduct><m:ToewijzingNummer>{toewijzing.nummer}</m:ToewijzingNummer>"
        f"{opt('m:ReferentieAanbieder', toewijzing.referentie)}"
        f"{sj.render_product(toewijzing.categorie, code)}"
        f"<m:Toewijzingsdatum>{toewijzing.toewijzing_datum}</m:Toewijzingsdatum>"
        f"<m:Toewijzingstijd>{toewijzing.toewijzing_tijd}</m:Toewijzingstijd>"
        f"<m:Ingangsdatum>{toewijzing.ingang}</m:Ingangsdatum>"
        f"{opt('m:Einddatum', toewijzing.eind)}"
        f"{opt('m:RedenWijziging', toewijzing.reden_wijziging)}"
        f"{sj.render_omvang(volume, toewijzing.eenheid, toewijzing.frequentie)}"
        f"{opt('m:Budget', toewijzing.budget)}{sj.render_codes(codes)}</m:ToegewezenProduct>"
    )


def send_toewijzing(
    post: Post, toewijzing: Toewijzing, dagtekening: date | None = None, ontvangst: str = ""
) -> str:
    """Send the 301 of a toewijzing; returns the identificatie of the message."""
    payload = sj.render_client_301(toewijzing.bsn, render_toegewezen(toewijzing))
    dagtekening = dagtekening or toewijzing.toewijzing_datum
    return post.send(
        "jw301",
        toewijzing.gemeente,
        toewijzing.aanbieder,
        dagtekening,
        payload,
        ontvangst=ontvangst,
    )


def send_retour_301(
    post: Post, toewijzing: Toewijzing, identificatie: str, dagtekening: date, code: str
) -> None:
    """Send a 302 that refuses one 301 on its product."""
    payload = sj.render_client_301(
        toewijzing.bsn, render_toegewezen(toewijzing, (code,)), ("0200",)
    )
    extra = sj.render_retour_header(f"R{identificatie[3:]}", dagtekening + timedelta(days=2))
    post.send(
        "jw302",
        toewijzing.gemeente,
        toewijzing.aanbieder,
        dagtekening,
        payload,
        extra,
        identificatie,
    )


def render_aangevraagd(toewijzing: Toewijzing) -> str:
    """Return the inside of an AangevraagdProduct for this toewijzing."""
    return (
        f"<m:ReferentieAanbieder>{toewijzing.referentie}</m:ReferentieAanbieder>"
        f"{sj.render_product(toewijzing.categorie, toewijzing.codes[0])}"
        f"<m:ToewijzingIngangsdatum>{toewijzing.ingang}</m:ToewijzingIngangsdatum>"
        f"{sj.render_omvang(toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie)}"
        f"{sj.render_verwijzer(toewijzing.verwijzer_type)}"
    )


def send_verzoek(post: Post, toewijzing: Toewijzing, dagtekening: date | None = None) -> str:
    """Send the 315 before a toewijzing, ten days before the decision."""
    payload = sj.render_client_315(toewijzing.bsn, render_aangevraagd(toewijzing))
    dagtekening = dagtekening or toewijzing.toewijzing_datum - timedelta(days=10)
    return post.send("jw315", toewijzing.aanbieder, toewijzing.gemeente, dagtekening, payload)


def send_retour_315(
    post: Post,
    toewijzing: Toewijzing,
    identificatie: str,
    dagtekening: date,
    code: str,
    retour_datum: date | None = None,
    met_payload: bool = False,
) -> None:
    """Send a 316 that refuses one 315, in the header or on its product."""
    retour_datum = retour_datum or dagtekening + timedelta(days=1)
    payload = (
        sj.render_client_315(toewijzing.bsn, render_aangevraagd(toewijzing), (code,))
        if met_payload
        else ""
    )
    extra = sj.render_retour_header(
        f"R{identificatie[3:]}", retour_datum, () if met_payload else (code,)
    )
    post.send(
        "jw316",
        toewijzing.aanbieder,
        toewijzing.gemeente,
        dagtekening,
        payload,
        extra,
        identificatie,
        f"{retour_datum:%Y-%m}",
    )


def send_antwoord(post: Post, toewijzing: Toewijzing, dagtekening: date, antwoord: str) -> None:
    """Send a 319: 1 rejects the request, 2 says that it is under investigation."""
    reden = "<m:RedenAfwijzingVerzoek>1</m:RedenAfwijzingVerzoek>" if antwoord == "1" else ""
    payload = (
        f"<m:Antwoord><m:ReferentieAanbieder>{toewijzing.referentie}</m:ReferentieAanbieder>"
        f"<m:VerzoekAntwoord>{antwoord}</m:VerzoekAntwoord>{reden}</m:Antwoord>"
    )
    post.send("jw319", toewijzing.gemeente, toewijzing.aanbieder, dagtekening, payload)


def send_start(post: Post, toewijzing: Toewijzing, begin: date, status: str = "1") -> None:
    """Send a 305, three days after the start."""
    code = toewijzing.codes[0] if len(toewijzing.codes) == 1 and toewijzing.categorie else None
    inhoud = (
        f"<m:ToewijzingNummer>{toewijzing.nummer}</m:ToewijzingNummer>"
        f"{sj.render_product(toewijzing.categorie, code)}"
        f"<m:ToewijzingIngangsdatum>{toewijzing.ingang}</m:ToewijzingIngangsdatum>"
        f"<m:Begindatum>{begin}</m:Begindatum><m:StatusAanlevering>{status}</m:StatusAanlevering>"
    )
    payload = sj.render_client_start_stop(toewijzing.bsn, "StartProducten", "StartProduct", inhoud)
    dagtekening = begin + timedelta(days=3 if status == "1" else 9)
    post.send("jw305", toewijzing.aanbieder, toewijzing.gemeente, dagtekening, payload)


def send_stop(post: Post, toewijzing: Toewijzing, begin: date, eind: date, reden: str) -> None:
    """Send a 307, four days after the end."""
    code = toewijzing.codes[0] if len(toewijzing.codes) == 1 and toewijzing.categorie else None
    inhoud = (
        f"<m:ToewijzingNummer>{toewijzing.nummer}</m:ToewijzingNummer>"
        f"{sj.render_product(toewijzing.categorie, code)}"
        f"<m:ToewijzingIngangsdatum>{toewijzing.ingang}</m:ToewijzingIngangsdatum>"
        f"<m:Begindatum>{begin}</m:Begindatum><m:RedenBeeindiging>{reden}</m:RedenBeeindiging>"
        f"<m:Einddatum>{eind}</m:Einddatum><m:StatusAanlevering>1</m:StatusAanlevering>"
    )
    payload = sj.render_client_start_stop(toewijzing.bsn, "StopProducten", "StopProduct", inhoud)
    dagtekening = eind + timedelta(days=4)
    post.send("jw307", toewijzing.aanbieder, toewijzing.gemeente, dagtekening, payload)
