-- A guest who has lost the mails finds their bookings by the address.
create index people_guest_email on people (email) where is_guest;
