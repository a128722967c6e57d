-- Visits that are paid at the venue are counted by where they were booked from, of guests and of people with an account.
drop index bookings_of_guests_from;
create index bookings_unpaid_visits_from on bookings (requested_from)
  where status = 'confirmed' and payment = 'at-venue' and requested_from is not null;
