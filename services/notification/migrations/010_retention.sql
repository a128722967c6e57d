-- What the cleanup looks for.
create index notifications_at on notifications (at);
create index deliveries_at on deliveries (requested_at);
