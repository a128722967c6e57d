-- A no-show can be undone and objected to until the complaint window ends. Of those marked before there was one, the money has moved.
update bookings set is_final = true where status = 'no-show';
-- The word of the business that a visit took place counts for more than the passing of time: only the first makes a verified review. Null before this was kept.
alter table bookings add column completed_by text check (completed_by in ('business', 'automatic'));
