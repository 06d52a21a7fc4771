-- Grain: client_sleutel, gemeente_code, zorgvorm, zorgmaand, as known at the earlier stand.
{{ lees_vorige_stand('fct_zorggebruik', {
    'client_sleutel': 'varchar',
    'gemeente_code': 'varchar',
    'zorgvorm': 'varchar',
    'zorgmaand': 'date',
    'aanbieder_agb': 'varchar',
    'niveau': 'varchar',
    'basis': 'varchar',
    'bekend_sinds': 'date',
}) }}
