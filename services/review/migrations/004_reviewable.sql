-- A review needs a customer: a visit that was paid, or that the business says took place. What was completed before this rule can still be reviewed.
alter table bookings add column reviewable boolean not null default false;
update bookings set reviewable = true where status = 'completed';
