{{ lees_bestand('veilig_thuis') }}
