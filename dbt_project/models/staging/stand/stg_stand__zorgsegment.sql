-- Grain: the key of a start, as known at the earlier stand.
{{ lees_vorige_stand('int_zorgsegment', {
    'gemeente_code': 'varchar',
    'aanbieder_agb': 'varchar',
    'client_sleutel': 'varchar',
    'toewijzing_nummer': 'bigint',
    'product_categorie_code': 'varchar',
    'product_code': 'varchar',
    'zorgvorm': 'varchar',
    'begin_datum': 'date',
    'eind_datum': 'date',
    'zorg_eind_datum': 'date',
}) }}
