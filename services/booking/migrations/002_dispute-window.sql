-- Until when a problem can be reported: what the market had when the booking was completed.
alter table bookings add column dispute_ends_at timestamptz;
-- Nothing can be reported any more. Said once, with the booking locked, so that no problem is reported while money leaves.
alter table bookings add column is_settled boolean not null default false;
update bookings set is_settled = true where status = 'completed' and problem_reported_at is null;
