{{ lees_bestand('ijw') }}
