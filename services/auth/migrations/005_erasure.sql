-- Of a business that is on the site, somebody stays the owner. Unknown ones count as such, until the next event about them, a replayed one too.
alter table businesses add column status text;
update businesses set sequence = -1;

-- Terms and privacy are accepted by version and time.
create table acceptances (
  person_id text not null references people,
  document text not null check (document in ('terms', 'privacy')),
  version text not null,
  accepted_at timestamptz not null,
  primary key (person_id, document, version)
);

-- What the six services have of a person, as one JSON text, for a week.
create table exports (
  person_id text primary key references people,
  requested_at timestamptz not null,
  ready_at timestamptz,
  content text,
  check ((ready_at is null) = (content is null))
);
create index exports_requested_at on exports (requested_at);
