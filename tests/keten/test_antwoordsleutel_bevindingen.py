"""Every seeded error is found under the right rule, and nothing else is reported."""

from collections import Counter, defaultdict

from pijplijn import fetch_bevindingen
from vergelijken import fetch, values

from ingest.maskering import mask_bsn
from schemas.regels import read_regels

# No rules of the standard; they have tests of their own.
NIET_IN_DEMO = {"B015", "B016"}


def test_seeded_faults_are_found_and_nothing_else_is_refused(sleutel, basis):
    """Per file in the inbox: the rule that the demo broke, and no other ``fout``."""
    verwacht = Counter(
        ("/".join(filter(None, (row["bestand"], row["onderdeel"]))), row["regel_code"])
        for row in sleutel("fouten")
    )
    gevonden = Counter(
        (bestandsnaam, regel)
        for regel, ernst, bestandsnaam, *_ in fetch_bevindingen(basis.home)
        if ernst == "fout"
    )
    assert set(verwacht) == set(gevonden)


def test_place_and_repair_of_a_seeded_fault_are_known(sleutel, basis):
    """The wrong element is named; a message that came again under its own number is solved."""
    rows = fetch(
        basis.warehouse,
        """
        select bestandsnaam, regel_code, aanbieder_agb, element, coalesce(opgelost, false)
        from marts.fct_bevinding where bron = 'ijw' and ernst = 'fout'
        """,
    )
    gevonden = {(bestand, regel): uitkomst for bestand, regel, *uitkomst in rows}
    verwacht = [row for row in sleutel("fouten") if row["element"]]
    assert len(verwacht) > 70
    for row in verwacht:
        uitkomst = [row["aanbieder_agb"], row["element"], row["opgelost"] == "true"]
        assert gevonden[(row["bestand"], row["regel_code"])] == uitkomst, row


def test_findings_across_messages_are_those_of_the_key_and_no_other(sleutel, basis):
    """Rule, aanbieder, gemeente and the number in its place: both ways."""
    rows = fetch(
        basis.warehouse,
        """
        select regel_code, bericht, aanbieder_agb, gemeente_code, plaats, bericht_identificatie
        from marts.fct_bevinding
        where bron = 'ijw' and (niveau in ('verband', 'extern') or ernst = 'signaal')
        """,
    )
    gevonden: dict[tuple, list[tuple]] = defaultdict(list)
    for row in rows:
        gevonden[row[:4]].append(row)
    verklaard: set[tuple] = set()
    ontbreekt = []
    for *wie, kenmerk in values(sleutel("bevindingen")):
        # The nine digits of a number that pass for a bsn are covered in a finding.
        bedekt = (kenmerk, mask_bsn(kenmerk))
        bij = [
            row
            for row in gevonden[tuple(wie)]
            if any(teken in row[4] or teken == row[5] for teken in bedekt)
        ]
        verklaard.update(bij)
        if not bij:
            ontbreekt.append((*wie, kenmerk))
    assert not ontbreekt
    assert not [row for row in rows if row not in verklaard]


def test_every_rule_of_ijw_is_broken_somewhere(sleutel):
    """Each rule that can be judged has a fault in the demo."""
    gezaaid = {row["regel_code"] for naam in ("fouten", "bevindingen") for row in sleutel(naam)}
    regels = {
        code
        for code, regel in read_regels().items()
        if regel.bron == "ijw" and not regel.niet_te_beoordelen
    }
    assert regels - gezaaid == NIET_IN_DEMO
