-- What a guest accepted by booking; when is when it was booked. Null for accounts, and where the business entered it.
alter table bookings add column accepted_terms text;
alter table bookings add column accepted_privacy text;
