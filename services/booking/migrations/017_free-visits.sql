-- Visits that cost nothing are counted by where they were booked from, like those that are paid at the venue.
drop index bookings_unpaid_visits_from;
create index bookings_unpaid_visits_from on bookings (requested_from)
  where status = 'confirmed' and payment <> 'online' and requested_from is not null;
