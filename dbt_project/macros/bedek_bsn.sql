{#- A text in which every nine digits that pass the elfproef are covered by crosses: a reference
    of an aanbieder may hold a bsn. The digits are searched at every position. -#}
{% macro bedek_bsn(kolom) -%}
list_reduce(
    list_filter(
        list_transform(range(1, length({{ kolom }}) - 7), lambda plek: substr({{ kolom }}, plek, 9)),
        lambda cijfers: regexp_full_match(cijfers, '[0-9]{9}')
        and cijfers != '000000000'
        and (
            {%- for gewicht in [9, 8, 7, 6, 5, 4, 3, 2, -1] %}
            {{ '+ ' if not loop.first }}{{ gewicht }} * ascii(cijfers[{{ loop.index }}]) - {{ gewicht * 48 }}
            {%- endfor %}
        ) % 11 = 0
    ),
    lambda tekst, cijfers: replace(tekst, cijfers, 'xxxxxxxxx'),
    {{ kolom }}
)
{%- endmacro %}
