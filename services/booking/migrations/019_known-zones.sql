-- Every zone of PostgreSQL that is a place, or UTC, is one that Node knows too. A business with another one gets the zone that all others of
-- its market have. Where they differ it gets UTC and no hours: by a clock that may be wrong nothing is sold.
update businesses set
  time_zone = coalesce(others.time_zone, 'UTC'),
  hours = case when others.time_zone is not null then businesses.hours end
from businesses as this left join (
  select market_id, min(time_zone) as time_zone from businesses
  where lower(time_zone) in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$')
  group by market_id having count(distinct time_zone) = 1) as others on others.market_id = this.market_id
where this.id = businesses.id
  and lower(businesses.time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
-- A booking gets the zone that its business has by now.
update bookings set time_zone = coalesce((select time_zone from businesses where businesses.id = bookings.business_id), 'UTC')
where lower(time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
