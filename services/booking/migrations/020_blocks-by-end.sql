-- What is blocked from now on is counted and shown, and what was blocked in the years before is never deleted.
create index blocks_by_end on blocks (business_id, end_at);
