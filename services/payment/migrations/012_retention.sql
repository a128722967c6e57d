-- What the cleanup looks for.
create index stripe_events_received on stripe_events (received_at);
-- Rows are still never changed.
do $$ begin execute format('grant delete on stripe_events to %I', 'bl_' || current_schema()); end $$;
