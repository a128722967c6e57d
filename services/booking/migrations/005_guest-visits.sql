-- Of guests who pay at the venue it is counted where they asked from, until they come or cancel.
create index bookings_of_guests_from on bookings (asked_from) where status = 'confirmed' and is_guest and asked_from is not null;
