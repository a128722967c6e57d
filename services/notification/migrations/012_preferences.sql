-- What a member of a business has chosen; what is not here is as it is for everybody.
create table preferences (
  person_id text not null,
  kind text not null,
  channel text not null check (channel in ('mail', 'in-app')),
  enabled boolean not null,
  primary key (person_id, kind, channel)
);
-- The digest leaves in the evening of the person's own zone. Null until their next event.
alter table people add column time_zone text;

-- Whose login a calendar is: who works there is notified of its bookings. Of calendars linked before, the next replay has it.
create table calendars (
  staff_id text primary key,
  business_id text not null,
  person_id text,
  sequence bigint not null
);
create index calendars_of_person on calendars (person_id) where person_id is not null;
