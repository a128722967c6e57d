create index reviews_of_consumer on reviews (consumer_id, id desc);
create index bookings_of_consumer on bookings (consumer_id);
