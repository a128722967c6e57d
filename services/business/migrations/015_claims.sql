-- Who says that a page which nobody looks after is their business.
create table claims (
  id text primary key,
  business_id text not null references businesses,
  market_id text not null references markets,
  person_id text not null,
  -- A link was mailed to the domain of its website, or the operator decides.
  status text not null check (status in ('mailed', 'pending', 'approved', 'rejected')),
  note text check (length(note) <= 500),
  token_hash text unique,
  expires_at timestamptz,
  reason text check (length(reason) <= 500),
  created_at timestamptz not null,
  decided_at timestamptz
);
-- Of all who claim a page, one gets it; and nobody claims it twice at a time.
create unique index claims_approved on claims (business_id) where status = 'approved';
create unique index claims_of_person on claims (person_id, business_id) where status in ('mailed', 'pending');
create index claims_open on claims (business_id) where status in ('mailed', 'pending');
create index claims_pending on claims (market_id, id) where status = 'pending';
create index claims_created on claims (created_at);
create index claims_person on claims (person_id);
