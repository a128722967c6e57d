-- Whoever reads the thread of a booking has read what they were notified of it.
create index notifications_of_unread_messages on notifications ((about ->> 'bookingId'), kind)
  where read_at is null and kind in ('message-from-business', 'message-from-customer');
