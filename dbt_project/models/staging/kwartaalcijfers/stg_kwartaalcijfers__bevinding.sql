{{ lees_bevinding('kwartaalcijfers') }}
