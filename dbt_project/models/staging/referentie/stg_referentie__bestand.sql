{{ lees_bestand('referentie') }}
