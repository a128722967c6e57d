-- A time that is held for a move counts towards the limits of holds.
create index bookings_held_move_of_person on bookings (consumer_id) where held_move_expires_at is not null;
create index bookings_held_move_from on bookings (requested_from) where held_move_expires_at is not null;
