-- Every zone of PostgreSQL that is a place, or UTC, is one that Node knows too. A market with another one gets the zone that most of its
-- businesses have, a business that of its market. Their next event brings it to the other services.
update markets set version = version + 1, time_zone = coalesce((
  select businesses.time_zone from businesses
  where businesses.market_id = markets.id
    and lower(businesses.time_zone) in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$')
  group by businesses.time_zone order by count(*) desc, businesses.time_zone limit 1), 'UTC')
where lower(time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
update search_docs set time_zone = markets.time_zone, hours = null
from businesses join markets on markets.id = businesses.market_id
where businesses.id = search_docs.business_id
  and lower(businesses.time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
update businesses set version = businesses.version + 1, time_zone = markets.time_zone from markets
where markets.id = businesses.market_id
  and lower(businesses.time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
