-- What one side of a booking reports of what the other wrote, and what the operator of the market does about it.
create table message_reports (
  id text primary key,
  booking_id text not null,
  number integer not null,
  market_id text not null,
  reason text not null check (length(reason) between 1 and 500),
  reported_at timestamptz not null,
  outcome text check (outcome in ('dismissed', 'removed')),
  outcome_reason text check (length(outcome_reason) between 1 and 500),
  decided_at timestamptz,
  foreign key (booking_id, number) references messages on delete cascade,
  unique (booking_id, number),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (outcome_reason is null))
);
create index message_reports_to_decide on message_reports (market_id, id) where outcome is null;
