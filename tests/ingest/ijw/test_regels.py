"""Every level-2 rule: one message that it catches, and the nearest one that it lets pass."""

import pytest

from ingest.ijw.regels import list_regel_codes
from schemas.ijw.standaard import read_standaard
from schemas.regels import read_regels

T, G = "jw301_open_einddatum", "jw301_aspecifiek_en_generiek"
START, STOP = "jw305_verwijderd_en_taakgericht", "jw307_tijdelijk"
VOT, VOW = "jw315_huisarts", "jw317_alleen_bericht"
D, A = "jw323_credit_en_nieuw_debet", "jw325_regels_afgekeurd"
KALE_START, KALE_STOP = "<Begindatum>2025-02-0", "<Einddatum>2025-06-30<"
OMVANG = "<Omvang><ijw:Volume>120</ijw:Volume><ijw:Eenheid>01</ijw:Eenheid><ijw:Frequentie>"
TARIEF = "<d:ProductTarief>160</d:ProductTarief>"
P4 = "<b:ReferentieNummer>P4</b:ReferentieNummer>"
# The first line becomes a credit of zero: amount, total and sign must follow.
NUL_CREDIT = (
    ("<b:Bedrag>57600<", "<b:Bedrag>0<"),
    ("<d:GeleverdVolume>360<", "<d:GeleverdVolume>0<"),
    (
        "<b:TotaalBedrag>9600</b:TotaalBedrag><b:DebetCredit>C<",
        "<b:TotaalBedrag>48000</b:TotaalBedrag><b:DebetCredit>D<",
    ),
)

# regel_code, golden message, replacements, end of the place that is reported
VANGT = [
    ("CS002", T, [("999900006", "999900007")], "Client/Bsn"),
    ("CS002", START, [("999900006", "999900007")], "Client/Bsn"),
    ("CS002", STOP, [("999900006", "999900007")], "Client/Bsn"),
    ("CS002", VOT, [("999900006", "999900007")], "Client/Bsn"),
    ("CS002", VOW, [("999900006", "000000000")], "Client/Bsn"),
    ("CS002", D, [("999900018", "999900019")], "Clienten/Client[2]/Bsn"),
    ("CS002", A, [("999900018", "999900019")], "Clienten/Client[2]/Bsn"),
    ("CS003", G, [("<Einddatum>2025-12-31", "<Einddatum>2024-12-31")], "Product[1]/Einddatum"),
    ("CS003", G, [(":Einddatum>2025-03-31", ":Einddatum>2024-12-31")], "Periode/Einddatum"),
    ("CS003", VOT, [("Einddatum>2025-12-31", "Einddatum>2025-01-14")], "ToewijzingEinddatum"),
    (
        "CS003",
        VOW,
        [("Einddatum>2025-12-31", "Einddatum>2025-03-31")],
        "TeWijzigenProduct/Einddatum",
    ),
    ("CS058", START, [("Aanlevering>1<", "Aanlevering>2<")], "[2]/StatusAanlevering"),
    ("CS058", STOP, [("Aanlevering>1<", "Aanlevering>9<")], "StopProduct/StatusAanlevering"),
    ("CS319", D, [("Nummer>D2505<", "Nummer>D-2505<")], "DeclaratieNummer"),
    ("CS325", D, NUL_CREDIT, "Prestatie[1]/IngediendBedrag/DebetCredit"),
    (
        "CS325",
        A,
        [(">9600</ijw:TotaalBedrag", ">0</ijw:TotaalBedrag")],
        "TotaalIngediendBedrag/DebetCredit",
    ),
    ("CS335", G, [("<Einddatum>2025-01-01", "<Einddatum>2025-01-02")], "[2]/RedenWijziging"),
    ("CS336", G, [("Wijziging>13<", "Wijziging>01<")], "[2]/RedenWijziging"),
    (
        "CS100",
        D,
        [("Begindatum>2025-05-10", "Begindatum>2020-12-31")],
        "ProductPeriode/Begindatum",
    ),
    ("CS337", D, [("Begindatum>2025-05-10", "Begindatum>2025-04-30")], "ProductPeriode/Einddatum"),
    ("CS339", D, [("Volume>9600<", "Volume>96<")], "IngediendBedrag/Bedrag"),
    (
        "CS340",
        D,
        [("Begindatum>2025-05-01", "Begindatum>2025-05-02")],
        "DeclaratiePeriode/Begindatum",
    ),
    (
        "CS340",
        D,
        [("Begindatum>2025-05-01", "Begindatum>2025-04-01")],
        "DeclaratiePeriode/Begindatum",
    ),
    (
        "CD060",
        D,
        [("<b:VorigReferentieNummer>P1</b:VorigReferentieNummer>", "")],
        "ProductReferentie",
    ),
    (
        "CD060",
        D,
        [(P4, P4 + "<b:VorigReferentieNummer>P0</b:VorigReferentieNummer>")],
        "Prestatie[2]/ProductReferentie/VorigReferentieNummer",
    ),
    (
        "CD060",
        A,
        [("<ijw:VorigReferentieNummer>P1</ijw:VorigReferentieNummer>", "")],
        "ProductReferentie",
    ),
    ("CD075", G, [("<Einddatum>2025-12-31</Einddatum>", "")], "ToegewezenProduct[1]"),
    (
        "CD075",
        VOW,
        [("<Einddatum>2025-12-31</Einddatum>\n          <Budget>", "<Budget>")],
        "NieuwProduct",
    ),
    ("CD076", T, [(OMVANG + "4", OMVANG + "2")], "ToegewezenProduct"),
    (
        "CD076",
        VOT,
        [("<ToewijzingEinddatum>2025-12-31</ToewijzingEinddatum>", "")],
        "AangevraagdProduct",
    ),
    ("CD077", T, [("</Omvang>", "</Omvang><Budget>1</Budget>")], "Omvang/Volume"),
    ("CD078", T, [("</Omvang>", "</Omvang><Budget>1</Budget>")], "ToegewezenProduct/Budget"),
    ("CD078", VOT, [("</Omvang>", "</Omvang><Budget>1</Budget>")], "AangevraagdProduct/Budget"),
    ("CD087", D, [(TARIEF, "")], "Prestatie[1]"),
    (
        "CD087",
        D,
        [("<d:Eenheid>83</d:Eenheid>", f"<d:Eenheid>83</d:Eenheid>{TARIEF}")],
        "ProductTarief",
    ),
    (
        "TR018",
        STOP,
        [("<Begindatum>2025-02-07", "<Begindatum>2025-07-01")],
        "StopProduct/Einddatum",
    ),
    (
        "TR134",
        T,
        [("Toewijzingsdatum>2025-02-01", "Toewijzingsdatum>2025-02-04")],
        "Toewijzingsdatum",
    ),
    ("TR134", T, [("Datum>2012-03-17", "Datum>2025-02-04")], "Client/Geboortedatum/Datum"),
    ("TR134", G, [("Datum>1980-05-05", "Datum>2025-02-04")], "Relatie/Geboortedatum/Datum"),
    ("TR134", START, [("<Begindatum>2025-02-08", "<Begindatum>2025-02-11")], "[2]/Begindatum"),
    ("TR134", STOP, [("<Einddatum>2025-06-30", "<Einddatum>2025-07-03")], "StopProduct/Einddatum"),
    ("TR134", VOT, [("Datum>2012-03-17", "Datum>2025-01-21")], "Client/Geboortedatum/Datum"),
    (
        "TR134",
        D,
        [("Dagtekening>2025-06-03", "Dagtekening>2025-05-09")],
        "ProductPeriode/Begindatum",
    ),
    (
        "TR134",
        A,
        [("Dagtekening>2025-06-10", "Dagtekening>2025-05-09")],
        "ProductPeriode/Begindatum",
    ),
    (
        "TR135",
        T,
        [("Dagtekening>2025-02-03", "Dagtekening>2026-01-01")],
        "BerichtIdentificatie/Dagtekening",
    ),
    (
        "TR135",
        "jw306_geaccepteerd",
        [("Retour>2025-02-11", "Retour>2026-01-01")],
        "Header/DagtekeningRetour",
    ),
    (
        "TR137",
        D,
        [("Dagtekening>2025-06-03", "Dagtekening>2025-05-30")],
        "DeclaratiePeriode/Einddatum",
    ),
    (
        "TR137",
        D,
        [("Einddatum>2025-04-30", "Einddatum>2025-03-31")],
        "Prestatie[1]/ProductPeriode/Einddatum",
    ),
    (
        "TR137",
        A,
        [("Dagtekening>2025-06-10", "Dagtekening>2025-05-30")],
        "ProductPeriode/Einddatum",
    ),
    ("TR316", D, [(">P1<", ">P4<")], "Prestatie[1]/ProductReferentie/VorigReferentieNummer"),
    (
        "TR319",
        D,
        [
            ("Begindatum>2025-05-10", "Begindatum>2025-06-01"),
            (
                "Einddatum>2025-05-31</b:Einddatum></d:ProductPeriode>",
                "Einddatum>2025-06-02</b:Einddatum></d:ProductPeriode>",
            ),
        ],
        "ProductPeriode/Einddatum",
    ),
    ("TR342", A, [(">38400<", ">38401<")], "TotaalToegekendBedrag/TotaalBedrag"),
    (
        "TR358",
        D,
        [("<b:TotaalBedrag>9600<", "<b:TotaalBedrag>9601<")],
        "TotaalIngediendBedrag/TotaalBedrag",
    ),
    (
        "TR358",
        D,
        [("<b:DebetCredit>C<", "<b:DebetCredit>D<")],
        "TotaalIngediendBedrag/TotaalBedrag",
    ),
    (
        "TR416",
        D,
        [
            (
                "<b:DebetCredit>C</b:DebetCredit></d:IngediendBedrag>",
                "<b:DebetCredit>D</b:DebetCredit></d:IngediendBedrag>",
            )
        ],
        "Prestatie[2]/ProductReferentie/ReferentieNummer",
    ),
]

# The nearest message that keeps the rule.
LAAT_DOOR = [
    ("CS002", T, [("999900006", "999900018")]),
    ("CS003", G, [("<Einddatum>2025-12-31", "<Einddatum>2025-01-01")]),
    ("CS058", START, [("Aanlevering>1<", "Aanlevering>3<")]),
    ("CS319", D, [("Nummer>D2505<", "Nummer>d2505Z<")]),
    ("CS325", A, [("<ijw:TotaalBedrag>38400<", "<ijw:TotaalBedrag>0<")]),
    (
        "CS335",
        G,
        [("Wijziging>13<", "Wijziging>14<"), ("<Einddatum>2025-01-01", "<Einddatum>2025-01-02")],
    ),
    ("CS336", G, [("Wijziging>13<", "Wijziging>14<")]),
    ("CS100", D, []),
    ("CS337", D, [("Begindatum>2025-05-10", "Begindatum>2025-05-31")]),
    ("CS339", D, [("Volume>360<", "Volume>96<")]),
    ("CS340", D, []),
    ("CD060", D, []),
    ("CD075", T, []),
    ("CD076", T, [(OMVANG + "4", OMVANG + "6")]),
    ("CD077", T, []),
    ("CD078", G, []),
    ("CD087", D, []),
    ("TR018", STOP, [("<Einddatum>2025-06-30", "<Einddatum>2025-02-07")]),
    ("TR134", T, [("Toewijzingsdatum>2025-02-01", "Toewijzingsdatum>2025-02-03")]),
    ("TR134", STOP, [("<Begindatum>2025-02-07", "<Begindatum>2025-06-30")]),
    ("TR135", T, [("Dagtekening>2025-02-03", "Dagtekening>2025-12-31")]),
    ("TR137", D, [("Dagtekening>2025-06-03", "Dagtekening>2025-05-31")]),
    ("TR316", D, [(">P1<", ">P2<")]),
    ("TR319", D, []),
    ("TR342", "jw325_declaratie_afgekeurd", []),
    ("TR358", D, []),
    ("TR416", D, []),
]


def ids(case):
    return f"{case[0]}-{case[1].split('_')[0]}"


@pytest.mark.parametrize("case", VANGT, ids=ids)
def test_rule_bites(case, vervang, lees):
    regel_code, naam, paren, plaats = case
    resultaat = lees(vervang(naam, *paren))
    raak = [gevonden for gevonden in resultaat.bevindingen if gevonden.regel_code == regel_code]
    assert any(gevonden.plaats.endswith(plaats) for gevonden in raak), resultaat.bevindingen
    is_fout = read_regels()[regel_code].ernst == "fout"
    assert resultaat.status == ("quarantaine" if is_fout else "gelezen")


@pytest.mark.parametrize("case", LAAT_DOOR, ids=ids)
def test_rule_lets_the_nearest_legal_message_pass(case, vervang, lees):
    regel_code, naam, paren = case
    codes = {gevonden.regel_code for gevonden in lees(vervang(naam, *paren)).bevindingen}
    assert regel_code not in codes


def test_every_rule_has_a_catching_and_a_passing_example():
    codes = {
        regel_code
        for bericht in read_standaard("3_2").berichten
        for regel_code in list_regel_codes(bericht)
    } | set(read_standaard("3_2").schema_regels.values())
    assert {case[0] for case in VANGT} == codes
    assert {case[0] for case in LAAT_DOOR} == codes
    assert codes <= set(read_regels())
