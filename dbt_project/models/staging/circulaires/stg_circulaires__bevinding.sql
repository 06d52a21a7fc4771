{{ lees_bevinding('circulaires') }}
