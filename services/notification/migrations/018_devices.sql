-- Phones on which somebody gets pushes. One is of whoever registered it last, for as long as the session in which they did.
create table devices (
  id text primary key,
  person_id text not null,
  session_id text,
  platform text not null,
  token text not null,
  name text,
  -- The vendor's, once the vendor has it.
  address text,
  registered_at timestamptz not null,
  seen_at timestamptz not null,
  unique (platform, token)
);
create index devices_of_person on devices (person_id, seen_at desc);
create index devices_of_session on devices (session_id);
create index devices_at on devices (address);

-- Where pushes go in the demonstration.
create table dev_pushes (
  id text primary key,
  address text not null,
  title text not null,
  text text not null,
  link text,
  at timestamptz not null
);
create index dev_pushes_at on dev_pushes (at desc);
create index dev_pushes_to on dev_pushes (address);

alter table preferences drop constraint preferences_channel_check;
alter table preferences add constraint preferences_channel_check check (channel in ('mail', 'in-app', 'sms', 'push'));
alter table deliveries drop constraint deliveries_channel_check;
alter table deliveries add constraint deliveries_channel_check check (channel in ('mail', 'sms', 'push'));
alter table deliveries drop constraint deliveries_not_sent_check;
alter table deliveries add constraint deliveries_not_sent_check check (
  not_sent in (
    'superseded', 'no-address', 'refused', 'unanswered', 'limited', 'unpublished', 'stopped', 'undelivered', 'no-device'
  )
);
-- The devices that have a push, while others of the same person wait for it.
alter table deliveries add column devices text[] not null default '{}';
