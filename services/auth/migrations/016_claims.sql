-- Who claims a page, for the operator of its market to read. Once it is decided, no market may read it.
create table claims (
  claim_id text primary key,
  person_id text not null,
  market_id text,
  changed_at timestamptz not null,
  sequence bigint not null
);
create index claims_of_person on claims (person_id);
create index claims_decided on claims (changed_at) where market_id is null;
