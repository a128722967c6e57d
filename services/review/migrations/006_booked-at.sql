-- Whether it was booked before its booker became a member. Null until its next event.
alter table bookings add column booked_at timestamptz;
