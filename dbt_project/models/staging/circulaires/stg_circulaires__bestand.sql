{{ lees_bestand('circulaires') }}
