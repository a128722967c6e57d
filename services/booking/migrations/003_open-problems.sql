-- What waits for an operator's decision: few, of very many.
create index bookings_open_problems on bookings (market_id, id)
  where problem_reported_at is not null and problem_decision is null;
