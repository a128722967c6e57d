-- Every zone of PostgreSQL that is a place, or UTC, is one that Node knows too. Times in another one are shown in UTC.
update notifications set about = jsonb_set(about, '{timeZone}', '"UTC"')
where lower(about->>'timeZone') not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
update jobs set payload = jsonb_set(payload, '{about,timeZone}', '"UTC"')
where lower(payload#>>'{about,timeZone}') not in (select lower(name) from pg_timezone_names where name = 'UTC' or name ~ '^[A-Za-z]\w*/[\w/+-]+$');
