-- A booking that is moved to a time with another price: the difference is charged by a payment of its own, or refunded.
alter table bookings add column held_move_version bigint;
alter table bookings add column held_move_due bigint check (held_move_due > 0);
alter table bookings add column held_move_expires_at timestamptz;
alter table bookings add constraint bookings_held_move_whole check (num_nonnulls(held_move_version, held_move_due, held_move_expires_at) in (0, 3));

-- The version of the booking with which the new time was held; what of a payment the booking costs no more.
alter table payments add column move_version bigint;
alter table payments add column excess bigint not null default 0;
alter table payments alter column excess drop default;
alter table payments add constraint payments_excess_of_captured check (excess between 0 and captured);
-- One live payment for the booking, and one for each time that was held instead.
drop index payments_one_live;
create unique index payments_one_live on payments (booking_id, move_version) nulls not distinct where status <> 'cancelled';
