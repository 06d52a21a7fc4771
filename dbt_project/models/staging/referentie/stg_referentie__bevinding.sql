{{ lees_bevinding('referentie') }}
