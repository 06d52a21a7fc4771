"""The commands and their options; what they do stands in the module of the same name.

Nothing heavy is imported here: ``regiobeeld --help`` must answer at once.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli.nederlands import Groep, Opdracht
from orchestration.cli.scherm import meld_fouten

app = typer.Typer(
    name="regiobeeld",
    cls=Groep,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
    help="Regionale beleidsinformatie jeugdhulp: van aangeleverd bestand tot cijfer en rapport.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,  # locals hold keys and deliveries
    context_settings={"help_option_names": ["-h", "--help"]},
)

HomeOptie = Annotated[
    Path | None,
    typer.Option(
        "--home",
        envvar="REGIOBEELD_HOME",
        help="Map van de regio, met inbox, archief en publicatie. Standaard: ./data",
        show_default=False,
        file_okay=False,
    ),
]


class BronKeuze(StrEnum):
    """The bronnen, as a choice on the command line."""

    ijw = "ijw"
    kwartaalcijfers = "kwartaalcijfers"
    circulaires = "circulaires"
    contracten = "contracten"
    veilig_thuis = "veilig_thuis"
    referentie = "referentie"


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def demo(
    home: HomeOptie = None,
    schaal: Annotated[
        float, typer.Option(min=0.001, max=100, help="Grootte; 1.0 is heel Flevoland.")
    ] = 1.0,
    jaren: Annotated[int, typer.Option(min=1, max=12, help="Aantal jaren geschiedenis.")] = 3,
    seed: Annotated[int, typer.Option(help="Begingetal van het toeval.")] = 1,
    laatste_jaar: Annotated[int, typer.Option(min=2021, help="Laatste jaar.")] = 2025,
    proef: Annotated[
        bool, typer.Option("--proef", help="Zeg alleen wat er zou gebeuren; verander niets.")
    ] = False,
) -> None:
    """Maak een verzonnen regio: bestanden in de inbox, en de goede antwoorden ernaast."""
    from orchestration.cli.demo import make_demo

    make_demo(home, schaal=schaal, jaren=jaren, seed=seed, laatste_jaar=laatste_jaar, proef=proef)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def run(
    home: HomeOptie = None,
    proef: Annotated[
        bool, typer.Option("--proef", help="Zeg alleen wat er zou gebeuren; verander niets.")
    ] = False,
) -> None:
    """Verwerk alles wat in de inbox ligt, tot en met de release en het rapport."""
    from orchestration.cli.run import run_alles

    run_alles(home, proef)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def herlees(
    home: HomeOptie = None,
    bron: Annotated[
        BronKeuze | None, typer.Option(help="Alleen deze bron. Standaard: alle.")
    ] = None,
    maand: Annotated[
        list[str] | None,
        typer.Option(
            metavar="JJJJ-MM",
            help="Alleen deze maand van ontvangst; mag vaker. Standaard: alle.",
        ),
    ] = None,
    proef: Annotated[
        bool, typer.Option("--proef", help="Zeg alleen wat er zou veranderen; verander niets.")
    ] = False,
) -> None:
    """Lees maanden opnieuw in uit het archief, met de regels van nu, en zeg wat er veranderde.

    Nodig na een verbeterde regel of een beschadigd bestand; `regiobeeld run` ziet dat ook zelf.
    Een maand wordt in zijn geheel vervangen: er gaat niets verloren en niets telt dubbel.
    """
    from orchestration.cli.herlees import herlees_maanden

    herlees_maanden(home, bron.value if bron else None, maand or [], proef)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def controleer(
    paden: Annotated[
        list[Path],
        typer.Argument(metavar="PAD...", help="Bestanden, zips of mappen.", exists=True),
    ],
    bron: Annotated[
        BronKeuze | None,
        typer.Option(help="Soort levering. Standaard: afgeleid van map en inhoud."),
    ] = None,
    verband: Annotated[
        bool,
        typer.Option("--verband", help="Leg de bestanden ook naast elkaar (duurt langer)."),
    ] = False,
    toon: Annotated[int, typer.Option(min=0, help="Aantal plaatsen per regel op het scherm.")] = 5,
    als_json: Annotated[bool, typer.Option("--json", help="Uitkomst als JSON.")] = False,
    xlsx: Annotated[
        Path | None,
        typer.Option(metavar="BESTAND", help="Schrijf een werkmap.", dir_okay=False),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(metavar="BESTAND", help="Schrijf alle bevindingen als CSV.", dir_okay=False),
    ] = None,
) -> None:
    """Controleer bestanden voordat u ze verstuurt. Er wordt niets bewaard of verstuurd.

    Dezelfde regels als bij de regio: bestand, schema en regels binnen één bericht of rij. Met
    --verband ook de regels over berichten heen (een declaratie op een toewijzing bijvoorbeeld);
    geef dan ook de eerdere berichten op.

    Exitcode 0: in orde (signalen mogen). 1: minstens één fout. 2: verkeerd aangeroepen, een
    bestand is niet te lezen, of een onverwachte fout.
    """
    from orchestration.cli.controleer import Keuzes, controleer_paden

    keuzes = Keuzes(bron.value if bron else None, als_json, xlsx, csv, verband, toon)
    raise typer.Exit(controleer_paden(paden, keuzes))


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def terugkoppeling(
    home: HomeOptie = None,
    aanbieder: Annotated[
        str | None,
        typer.Option(metavar="AGB", help="Alleen deze aanbieder, of: onbekend. Standaard: alle."),
    ] = None,
    maand: Annotated[
        str | None,
        typer.Option(metavar="JJJJ-MM", help="Alleen deze maand. Standaard: alle."),
    ] = None,
    proef: Annotated[
        bool, typer.Option("--proef", help="Zeg alleen wat er zou gebeuren; verander niets.")
    ] = False,
) -> None:
    """Maak per aanbieder en maand een map met wat er mis was en hoe dat te herstellen is.

    In terugkoppeling/AGB/JJJJ-MM komen een werkmap, de hele lijst als CSV, en een retourbericht
    voor elk geweigerd bericht. `regiobeeld run` doet dit vanzelf; wat al klopt blijft staan.
    """
    from orchestration.cli.terugkoppeling import write_terugkoppeling

    write_terugkoppeling(home, aanbieder, maand, proef)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def rapport(
    kwartaal: Annotated[str, typer.Argument(metavar="KWARTAAL", help="Zoals 2025-K4.")],
    home: HomeOptie = None,
    release: Annotated[
        str | None, typer.Option(help="Release, zoals R0001. Standaard: de nieuwste.")
    ] = None,
) -> None:
    """Maak het rapport van een kwartaal: één pagina voor de regio en één per gemeente."""
    from orchestration.cli.uitvoer import make_kwartaalrapport

    make_kwartaalrapport(home, kwartaal, release)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def publiceer(
    home: HomeOptie = None,
    proef: Annotated[
        bool, typer.Option("--proef", help="Bouw en controleer alleen; publiceer niets.")
    ] = False,
) -> None:
    """Publiceer het huidige warehouse als nieuwe release, als alle controles slagen."""
    from orchestration.cli.uitvoer import publiceer_release

    publiceer_release(home, proef)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def stand(
    datum: Annotated[str, typer.Argument(metavar="DATUM", help="Zoals 2025-02-19.")],
    home: HomeOptie = None,
    proef: Annotated[
        bool, typer.Option("--proef", help="Zeg alleen wat er zou gebeuren; verander niets.")
    ] = False,
) -> None:
    """Bouw de cijfers zoals ze op een dag bekend waren, naast die van nu.

    Berichten met een dagtekening na die dag tellen niet mee, en opgaven van na die dag ook niet. De
    cijfers komen met dezelfde controles in standen/DATUM/publicatie. Het is geen release.
    """
    from orchestration.cli.stand import make_stand

    make_stand(home, datum, proef)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def revisie(
    van: Annotated[
        str, typer.Argument(metavar="VAN", help="Een datum (2025-02-19) of release (R0001).")
    ],
    tot: Annotated[
        str, typer.Argument(metavar="TOT", help="Een datum, een release, of: nu.")
    ] = "nu",
    home: HomeOptie = None,
    xlsx: Annotated[
        Path | None,
        typer.Option(metavar="BESTAND", help="Schrijf de hele lijst als werkmap.", dir_okay=False),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(metavar="BESTAND", help="Schrijf de hele lijst als CSV.", dir_okay=False),
    ] = None,
) -> None:
    """Leg uit waarom de cijfers anders zijn dan eerder: het verschil per oorzaak, tot op de cent.

    Oorzaken zijn onder meer late declaratie, correctie, credit, afkeuring, opnieuw aangeleverd en
    een andere verdeelsleutel; tussen releases ook een andere definitie. De oorzaken tellen op tot
    het hele verschil. De lijst is voor eigen gebruik: kleine aantallen staan er gewoon in.
    """
    from orchestration.cli.revisie import toon_revisie

    toon_revisie(home, van, tot, xlsx, csv)


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def dev(
    home: HomeOptie = None,
    host: Annotated[str, typer.Option(help="Adres waarop de UI luistert.")] = "127.0.0.1",
    poort: Annotated[int, typer.Option("--poort", min=1, max=65535, help="Poort.")] = 3000,
) -> None:
    """Open de Dagster-UI op deze home. Stop met Ctrl+C."""
    from orchestration.cli.dev import run_dev

    raise typer.Exit(run_dev(home, host, poort))


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def doctor(
    home: HomeOptie = None,
    als_json: Annotated[bool, typer.Option("--json", help="Uitkomst als JSON.")] = False,
) -> None:
    """Kijk of alles in orde is: versies, sleutels, rechten, schijf, archief, lake en release.

    Exitcode 0: in orde of alleen waarschuwingen. 1: er is iets stuk.
    """
    from orchestration.cli.doctor import run_doctor

    raise typer.Exit(run_doctor(home, als_json))


@app.command(cls=Opdracht, options_metavar="[OPTIES]")
@meld_fouten
def sjabloon(
    bron: Annotated[
        BronKeuze | None, typer.Argument(help="Bron. Standaard: alle sjablonen.")
    ] = None,
    doel: Annotated[Path, typer.Option(help="Map waarin ze komen.", file_okay=False)] = Path(),
) -> None:
    """Schrijf lege spreadsheets met de juiste koppen, om in te vullen en aan te leveren."""
    from orchestration.cli.sjabloon import write_sjablonen

    write_sjablonen(bron.value if bron else None, doel)
