{{ lees_bevinding('ijw') }}
