-- Visits of which somebody may be reminded. One that was cancelled or moved stays until its time has passed: events come in any order.
create table visits (
  booking_id text primary key,
  business_id text not null,
  person_id text not null,
  status text not null,
  start timestamptz not null,
  -- When this time was agreed on. Whoever has just done that needs no reminder of before.
  agreed_at timestamptz not null,
  -- The business wrote the address down.
  is_entered_by_business boolean not null,
  about jsonb not null,
  sequence bigint not null
);
create index visits_of_business on visits (business_id, start);
create index visits_of_person on visits (person_id);
create index visits_start on visits (start);

-- How many minutes before a visit a business reminds its customers. Without a row it is as usual.
create table reminder_settings (
  business_id text primary key,
  minutes_before integer[] not null
);
