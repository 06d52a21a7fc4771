{{ lees_bestand('kwartaalcijfers') }}
