-- Until when a problem can be reported, and whether booking has said that nothing can be reported any more.
alter table bookings add column dispute_ends_at timestamptz;
alter table bookings add column is_settled boolean not null default false;
update bookings set is_settled = true where status = 'completed' and not problem_reported;
