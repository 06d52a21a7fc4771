-- A finding names the numbers of toewijzingen and lines, never the pseudonym or the bsn of a
-- jeugdige. What ingest found is masked there.
with bevinding as (
    select * from {{ ref('fct_bevinding') }}
)

select bevinding_sleutel
from bevinding
where
    regexp_matches(plaats, '[0-9a-f]{64}')
    or regexp_matches(uitleg, '[0-9a-f]{64}')
    or plaats <> {{ bedek_bsn('plaats') }}
