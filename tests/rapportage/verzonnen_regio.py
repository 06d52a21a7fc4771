"""The gemeenten, zorgvormen and indicators of the invented release, with their share."""

GEMEENTEN = {
    "regio": ("Flevoland", 96_400, 1.0),
    "0034": ("Almere", 47_900, 0.49),
    "0303": ("Dronten", 8_900, 0.09),
    "0995": ("Lelystad", 17_600, 0.2),
    "0171": ("Noordoostpolder", 10_500, 0.11),
    "0184": ("Urk", 6_900, 0.05),
    "0050": ("Zeewolde", 4_600, 0.06),
}
ZORGVORMEN = {
    "totaal": ("Alle zorgvormen", None, 1.0),
    "begeleiding_ambulant": ("Begeleiding ambulant", "lokaal", 0.34),
    "behandeling_ambulant": ("Behandeling ambulant", "lokaal", 0.22),
    "ggz_specialistisch": ("Specialistische ggz", "lokaal", 0.19),
    "dyslexie": ("Dyslexiezorg", "lokaal", 0.08),
    "pleegzorg": ("Pleegzorg", "regionaal", 0.06),
    "gezinshuis": ("Gezinshuis", "regionaal", 0.02),
    "jeugdbescherming": ("Jeugdbescherming", "regionaal", 0.07),
    "jeugdzorgplus": ("JeugdzorgPlus (gesloten)", "bovenregionaal", 0.006),
    "crisis": ("Crisishulp", "regionaal", 0.012),
}
INDICATOREN = {
    "1": ("Uitval", "percentage", 12.4),
    "1.02": ("In overleg eerder gestopt", "percentage", 9.1),
    "2": ("Tevredenheid over nut", "cijfer", 7.6),
    "3.1": ("Zonder hulp verder", "percentage", 61.8),
    "3.2": ("Geen nieuwe start", "percentage", 78.3),
    "3.3": ("Problemen verminderd", "percentage", 66.1),
    "3.4": ("Doelen gerealiseerd", "percentage", 71.5),
}
