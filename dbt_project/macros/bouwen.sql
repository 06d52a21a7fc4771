{# The warehouse is built in a new file that is renamed when it is whole (orchestration/stappen), so
   a table needs no swap of its own: dbt's own materialization makes each one under another name,
   renames it, and looks for a backup to drop. #}
{% materialization table, adapter="duckdb", supported_languages=["sql", "python"] %}
    {%- set doel = this.incorporate(type="table") -%}
    {% do drop_relation_if_exists(load_cached_relation(this)) %}
    {% call statement("main", language=model["language"]) -%}
        {{ create_table_as(False, doel, compiled_code, model["language"]) }}
    {%- endcall %}
    {{ return({"relations": [doel]}) }}
{% endmaterialization %}


{% materialization view, adapter="duckdb" %}
    {%- set doel = this.incorporate(type="view") -%}
    {% do drop_relation_if_exists(load_cached_relation(this)) %}
    {% call statement("main") -%}
        {{ get_create_view_as_sql(doel, sql) }}
    {%- endcall %}
    {{ return({"relations": [doel]}) }}
{% endmaterialization %}
