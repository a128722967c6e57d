-- When a booking was last moved, by whom, and when it was to start before.
alter table bookings add column rescheduled_at timestamptz;
alter table bookings add column rescheduled_by text check (rescheduled_by in ('consumer', 'business'));
alter table bookings add column previous_start_at timestamptz;
alter table bookings add constraint bookings_rescheduled_whole check (num_nonnulls(rescheduled_at, rescheduled_by, previous_start_at) in (0, 3));
