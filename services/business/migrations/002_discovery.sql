-- What other services say of a business. Copies, kept by their events.
create table ratings (
  business_id text primary key,
  mean double precision not null,
  count integer not null,
  bayes double precision not null,
  version bigint not null
);

create table offers (
  service_id text primary key,
  business_id text not null,
  name text not null,
  active boolean not null,
  version bigint not null
);
create index offers_business on offers (business_id);

create table availability (
  service_id text not null,
  date date not null,
  business_id text not null,
  free_starts integer not null,
  version bigint not null,
  primary key (service_id, date)
);
create index availability_business on availability (business_id, date) where free_starts > 0;

-- Names are found with and without accents, as typed and by the stem of the word.
create text search configuration exact_words (copy = pg_catalog.simple);
alter text search configuration exact_words
  alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.simple;
create text search configuration word_stems (copy = pg_catalog.english);
alter text search configuration word_stems
  alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.english_stem;

create function search_vector(name text, other text) returns tsvector language sql stable as $$
  select setweight(to_tsvector('business.exact_words', name), 'A') || setweight(to_tsvector('business.word_stems', name), 'A')
      || setweight(to_tsvector('business.exact_words', other), 'C') || setweight(to_tsvector('business.word_stems', other), 'C')
$$;

-- Every word has to be there; the last may still be on its way. Words are letters and digits alone.
create function search_query(words text[]) returns tsquery language plpgsql stable as $$
declare
  whole tsquery;
  term text;
  stem tsquery;
  is_last boolean;
  is_open boolean;
begin
  for place in 1 .. coalesce(cardinality(words), 0) loop
    is_last := place = cardinality(words);
    -- One Latin letter begins too many words to say anything yet.
    is_open := is_last and (length(words[place]) > 1 or words[place] !~ '[a-z0-9]');
    continue when is_last and not is_open and place > 1;
    term := words[place] || case when is_open then ':*' else '' end;
    stem := to_tsquery('business.word_stems', term);
    -- "the" and "of" narrow nothing.
    continue when numnode(stem) = 0 and not is_last;
    stem := to_tsquery('business.exact_words', term) || stem;
    whole := case when whole is null then stem else whole && stem end;
  end loop;
  return coalesce(whole, ''::tsquery);
end $$;

-- One wide row for every published business.
create table search_docs (
  business_id text primary key,
  -- On a sphere, in metres from its centre: the order of chords is the order of great circles, at every latitude.
  pos cube not null,
  lat double precision not null,
  lon double precision not null,
  -- H3 cells of resolution 4 to 7 that hold the point, and that of resolution 8 by which it is counted, with its parent.
  cells text[] not null,
  count_cell text not null,
  town_cell text not null,
  -- Categories, '~hours' where the hours are known, '~offers' where something can be booked.
  labels text[] not null,
  price_level smallint,
  rating double precision not null,
  bayes double precision not null,
  time_zone text not null,
  -- Seven days of 48 hours each, in minutes: a shift past midnight stays with the day on which it starts.
  hours int4multirange,
  words tsvector not null
);
create index search_docs_pos on search_docs using gist (pos);
create index search_docs_town on search_docs (town_cell, bayes desc, business_id);
create index search_docs_terms on search_docs using gin (words, labels, cells) with (fastupdate = off);

-- What holds on one date instead of the weekly hours, in minutes from its midnight.
create table search_exceptions (
  business_id text not null references search_docs on delete cascade,
  date date not null,
  hours int4multirange not null,
  primary key (business_id, date)
);

-- How many businesses have a label in a cell; the label '' counts them all. Processes keep copies and ask what has changed.
create table search_counts (
  cell text not null,
  label text not null,
  businesses integer not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (cell, label)
);
create index search_counts_changed on search_counts (changed_in);
