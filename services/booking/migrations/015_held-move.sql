-- A booker who pays more at another time holds that beside the one they have, until the difference is paid.
alter table bookings add column held_move jsonb;
alter table bookings add column held_move_expires_at timestamptz;
alter table bookings add constraint bookings_held_move_whole check (num_nonnulls(held_move, held_move_expires_at) in (0, 2));
alter table bookings add constraint bookings_held_move_of_confirmed check (held_move is null or status = 'confirmed');
create index bookings_held_move on bookings (business_id, held_move_expires_at) where held_move_expires_at is not null;
