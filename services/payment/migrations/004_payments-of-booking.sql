create index payments_of_booking on payments (booking_id);
