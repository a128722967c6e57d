-- What anybody reports of a page, until the operator has dealt with it.
create table listing_reports (
  id text primary key,
  business_id text not null references businesses,
  market_id text not null references markets,
  kind text not null check (kind in ('closed', 'wrong-address', 'wrong-phone', 'not-a-business', 'other')),
  note text check (length(note) <= 500),
  reported_at timestamptz not null,
  resolved_at timestamptz
);
create index listing_reports_open on listing_reports (market_id, id) where resolved_at is null;
create index listing_reports_of_business on listing_reports (business_id) where resolved_at is null;
create index listing_reports_resolved on listing_reports (resolved_at) where resolved_at is not null;
