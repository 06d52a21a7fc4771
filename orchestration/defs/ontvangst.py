"""Inbox to archive, one asset per bron."""

from collections.abc import Iterator
from datetime import date, timedelta

import dagster as dg

from orchestration.defs.bronnen import BRON_INFO, archief_key
from orchestration.defs.maanden import SCHRIJVER_POOL
from orchestration.defs.resources import HomeResource
from orchestration.home import Home
from orchestration.klok import read_vandaag
from orchestration.stappen.lake_stand import list_archief_maanden, maand_van
from orchestration.stappen.ontvangst import register_inbox
from orchestration.telwoord import tel
from orchestration.voortgang import report_voortgang

RECENT = "recent_ontvangen"


@dg.multi_asset(
    name="ontvangst",
    specs=[
        dg.AssetSpec(
            archief_key(bron),
            description=f"{info.omschrijving}. De originelen: versleuteld, onveranderlijk, "
            "elk bestand één keer.",
            group_name="ontvangst",
            kinds={"python", "file"},
            freshness_policy=info.freshness_policy,
        )
        for bron, info in BRON_INFO.items()
    ],
    check_specs=[
        dg.AssetCheckSpec(
            RECENT,
            asset=archief_key(bron),
            description=f"Er kwam in de laatste {info.dagen} dagen iets nieuws van deze bron.",
        )
        for bron, info in BRON_INFO.items()
    ],
    can_subset=True,
    pool=SCHRIJVER_POOL,
)
def ontvangst(
    context: dg.AssetExecutionContext, home: HomeResource
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Neem over wat in de inbox ligt."""
    geopend, vandaag = home.open(), read_vandaag()
    bronnen = sorted(key.path[-1] for key in context.selected_asset_keys)
    resultaat = register_inbox(geopend, vandaag, report_voortgang, bronnen=bronnen)
    if resultaat.achtergebleven:
        # The names stay out of the event log: a name may hold a bsn.
        aantal = tel(len(resultaat.achtergebleven), "bestand bleef", "bestanden bleven")
        context.log.warning(f"{aantal} in de inbox; `regiobeeld run --proef` zegt welke en waarom.")
    for bron in bronnen:
        yield dg.MaterializeResult(
            asset_key=archief_key(bron),
            metadata={
                "nieuw": sum(n for (naam, _), n in resultaat.nieuw.items() if naam == bron),
                "dubbel": sum(n for (naam, _), n in resultaat.dubbel.items() if naam == bron),
                "maanden": ", ".join(resultaat.maanden(bron)) or "geen",
            },
        )
        if dg.AssetCheckKey(archief_key(bron), RECENT) in context.selected_asset_check_keys:
            yield _check_recent(geopend, bron, vandaag)


def _check_recent(home: Home, bron: str, vandaag: date) -> dg.AssetCheckResult:
    """Say whether a bron has been silent for too long; it holds nothing back."""
    maanden = list_archief_maanden(home, bron)
    sinds = maand_van(vandaag - timedelta(days=BRON_INFO[bron].dagen))
    return dg.AssetCheckResult(
        asset_key=archief_key(bron),
        check_name=RECENT,
        passed=bool(maanden) and maanden[-1] >= sinds,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"laatste_maand": maanden[-1] if maanden else "nooit"},
    )
