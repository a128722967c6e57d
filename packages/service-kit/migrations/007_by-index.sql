-- Whoever has ever belonged to a business is found by it, also who has left.
drop index memberships_scope;
create index memberships_scope on memberships (scope);

-- What is over is found by the cleanup.
create index throttles_ends_at on throttles (ends_at);
