{{ lees_bevinding('veilig_thuis') }}
