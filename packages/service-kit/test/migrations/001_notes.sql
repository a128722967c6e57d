create table notes (
  id text primary key,
  business_id text not null,
  text text not null,
  secret text not null,
  version integer not null
);

create table signatures (note_id text not null, name text not null);
select append_only('signatures');

create table names (note_id text primary key, name text not null, version bigint not null);
