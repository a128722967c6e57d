create index payments_of_consumer on payments (consumer_id, id);
create index bookings_of_consumer on bookings (consumer_id);
