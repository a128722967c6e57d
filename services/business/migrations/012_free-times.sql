-- Which starts are free on a date, in minutes since 1970, how long before each it can still be booked, and for how much.
-- Null where they were counted before this was kept: booking publishes them again.
alter table availability
  add column morning integer[],
  add column afternoon integer[],
  add column evening integer[],
  add column min_notice_minutes integer not null default 0,
  add column price_amount bigint,
  add column price_currency text,
  -- The last minute in which something of that part of the day can be booked.
  add column morning_until integer generated always as (morning[cardinality(morning)] - min_notice_minutes) stored,
  add column afternoon_until integer generated always as (afternoon[cardinality(afternoon)] - min_notice_minutes) stored,
  add column evening_until integer generated always as (evening[cardinality(evening)] - min_notice_minutes) stored;

-- Whether a business is free in a part of a day is read from the index alone.
create index availability_free on availability (business_id, date)
  include (service_id, morning_until, afternoon_until, evening_until) where free_starts > 0;
drop index availability_business;
