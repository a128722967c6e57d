-- A zone that is not known is as if none was sent. Every zone of PostgreSQL that is a place, or UTC, is one that Node knows too.
update people set time_zone = null
where lower(time_zone) not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
