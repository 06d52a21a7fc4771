"""Every message is read or refused whole, and no line is lost or counted twice."""

import pytest

from fuzz.geval import make_geval
from fuzz.lezing import pack, read_levering
from schemas.regels import read_regels

PER_ZIP = 280
AANTAL_LOS = 280


def is_fout(bevinding) -> bool:
    return read_regels()[bevinding.regel_code].ernst == "fout"


def check_tellingen(resultaat) -> None:
    berichten = resultaat.tabellen["bericht"].to_pylist()
    assert len(berichten) == resultaat.aantal_berichten
    aanvaard = {rij["bericht_sleutel"] for rij in berichten if rij["status"] == "aanvaard"}
    fout = {b.bericht_sleutel for b in resultaat.bevindingen if is_fout(b)}
    assert fout == {rij["bericht_sleutel"] for rij in berichten} - aanvaard
    for tabel, table in resultaat.tabellen.items():
        if tabel != "bericht":
            assert set(table.column("bericht_sleutel").to_pylist()) <= aanvaard
    regels = sum(rij["aantal_regels"] for rij in berichten)
    assert resultaat.aantal_rijen_aanvaard + resultaat.aantal_rijen_geweigerd == regels
    geweigerd = sum(rij["aantal_regels"] for rij in berichten if rij["status"] != "aanvaard")
    assert resultaat.aantal_rijen_geweigerd == geweigerd
    assert sum(b.aantal_rijen for b in resultaat.bevindingen) == geweigerd
    assert (resultaat.status == "gelezen") == bool(aanvaard)


def test_counts_of_one_message_agree():
    for nummer in range(AANTAL_LOS):
        inhoud = make_geval("tel", nummer).inhoud
        if inhoud:
            check_tellingen(read_levering(inhoud, "bericht.xml"))


@pytest.mark.parametrize("nummer", range(4))
def test_counts_of_many_messages_agree(nummer):
    reeks = range(nummer * PER_ZIP, (nummer + 1) * PER_ZIP)
    inhouden = [make_geval("tel", n).inhoud for n in reeks]
    resultaat = read_levering(pack(inhouden), "levering.zip")
    assert resultaat.aantal_berichten == PER_ZIP
    check_tellingen(resultaat)
