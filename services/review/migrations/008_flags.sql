-- What a business reports to the operator of its market, and what the operator decides; both are read with their reasons.
create table flags (
  review_id text primary key references reviews (id),
  business_id text not null,
  market_id text not null,
  -- Null once its reviewer is erased: it is written about them.
  reason text,
  flagged_by text not null,
  flagged_at timestamptz not null,
  outcome text check (outcome in ('dismissed', 'removed')),
  outcome_reason text,
  decided_at timestamptz,
  check ((outcome is null) = (decided_at is null))
);
create index flags_to_decide on flags (market_id, review_id) where outcome is null;
create index flags_of_business on flags (business_id);
