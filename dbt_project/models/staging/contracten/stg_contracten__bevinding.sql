{{ lees_bevinding('contracten') }}
