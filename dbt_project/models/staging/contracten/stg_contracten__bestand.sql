{{ lees_bestand('contracten') }}
