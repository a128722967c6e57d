-- Every zone of PostgreSQL that is a place, or UTC, is one that Node knows too. A booking with another one gets the zone that all others of
-- its market have, or UTC, as receipts have shown it until now.
update bookings set time_zone = coalesce(others.time_zone, 'UTC')
from bookings as this left join (
  select market_id, min(time_zone) as time_zone from bookings
  where lower(time_zone) in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$')
  group by market_id having count(distinct time_zone) = 1) as others on others.market_id = this.market_id
where this.id = bookings.id
  and lower(bookings.time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
