-- Grain: one row, or none without an earlier stand.
{{ lees_vorige_stand('int_peildatum', {'peildatum': 'date'}) }}
