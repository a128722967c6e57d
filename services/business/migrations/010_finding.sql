-- Who can be booked comes first (0), then whoever has claimed their page (1), then what was imported (2).
alter table search_docs add column tier smallint not null default 2 check (tier between 0 and 2);
create index search_docs_best on search_docs (town_cell, tier, bayes desc, business_id);
drop index search_docs_town;
create index search_docs_around on search_docs using gist (pos)
  include (business_id, tier, labels, price_level, rating, bayes, lat, lon, time_zone, hours);
drop index search_docs_area;
-- Members are few beside what was imported, and are looked for first.
create index search_docs_members on search_docs using gist (pos)
  include (business_id, tier, labels, price_level, rating, bayes, lat, lon, time_zone, hours) where tier < 2;

-- Every term that some business has or had, to find what a mistyped one was meant to be.
create table search_terms (term text primary key);

-- Terms that differ by one slip of the finger have one of these in common.
create function deletions(term text) returns text[] language sql immutable parallel safe as $$
  select array_agg(distinct left(term, at - 1) || substr(term, at + 1)) || term from generate_series(1, length(term)) as at
$$;
create index search_terms_deletions on search_terms using gin (deletions(term));

create text search configuration exact_terms (copy = pg_catalog.simple);
alter text search configuration exact_terms
  alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.simple;

create function search_vector(name text, services text, other text, place text, trades text) returns tsvector language sql stable as $$
  select setweight(to_tsvector('business.exact_terms', name), 'A') || setweight(to_tsvector('business.word_stems', name), 'A')
      || setweight(to_tsvector('business.exact_terms', services), 'B') || setweight(to_tsvector('business.word_stems', services), 'B')
      || setweight(to_tsvector('business.exact_terms', other), 'C') || setweight(to_tsvector('business.word_stems', other), 'C')
      || to_tsvector('business.exact_terms', place) || trades::tsvector
$$;

-- As typed and by its stem; what is no letter or digit is not in it. "the" and "of" narrow nothing, but may still be on their way to another word.
create function word_query(word text, flags text) returns tsquery language sql stable as $$
  select case when numnode(stem) = 0 and flags = '' then stem else to_tsquery('business.exact_terms', word || flags) || stem end
  from to_tsquery('business.word_stems', word || flags) as stem
$$;

-- Rows of before have neither trades nor tier: they are indexed again.
insert into jobs (id, kind, key, run_at, payload)
values ('job_00000000000000000000000004', 'business.reindex-all', 'trades', '2000-01-01T00:00:00Z', '{"after": ""}');

drop function search_query(text[]);
drop function search_vector(text, text);
