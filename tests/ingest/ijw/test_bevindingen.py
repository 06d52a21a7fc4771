"""Findings of a refused message: counted once, capped, and signals that do not refuse."""

D, A = "jw323_credit_en_nieuw_debet", "jw325_regels_afgekeurd"
TARIEF = "<d:ProductTarief>160</d:ProductTarief>"


def test_broken_message_is_refused_whole_and_counted_once(vervang, lees):
    resultaat = lees(
        vervang(D, ("999900018", "999900019"), ("<b:TotaalBedrag>9600<", "<b:TotaalBedrag>1<"))
    )
    assert sorted(gevonden.regel_code for gevonden in resultaat.bevindingen) == ["CS002", "TR358"]
    assert sum(gevonden.aantal_rijen for gevonden in resultaat.bevindingen) == 3
    assert (resultaat.aantal_rijen_aanvaard, resultaat.aantal_rijen_geweigerd) == (0, 3)
    assert set(resultaat.tabellen) == {"bericht"}
    assert resultaat.tabellen["bericht"].column("status").to_pylist() == ["quarantaine"]


def test_signal_does_not_refuse(vervang, lees):
    resultaat = lees(vervang(A, (">38400<", ">38401<")))
    assert [gevonden.aantal_rijen for gevonden in resultaat.bevindingen] == [0]
    assert resultaat.tabellen["prestatie_antwoord"].num_rows == 2


def test_many_places_are_capped_and_counted(golden, lees, monkeypatch):
    monkeypatch.setattr("ingest.ijw.bericht.MAXIMUM_PER_REGEL", 25)
    tekst = golden(D)
    begin = tekst.index("          <d:Prestatie>")
    regel = tekst[begin : tekst.index("</d:Prestatie>") + len("</d:Prestatie>")]
    zonder_tarief = regel.replace(TARIEF, "")
    resultaat = lees(tekst.replace(regel, "\n".join([zonder_tarief] * 40)))
    raak = [gevonden for gevonden in resultaat.bevindingen if gevonden.regel_code == "CD087"]
    assert len(raak) == 25
    assert "nog 15 plaatsen" in raak[-1].toelichting
    assert sum(gevonden.aantal_rijen for gevonden in resultaat.bevindingen) == 42
