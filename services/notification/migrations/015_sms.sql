-- Where somebody is texted: a number that they have confirmed with a code, and what they agreed to.
create table sms_numbers (
  person_id text primary key,
  phone text not null,
  phone_hash text not null,
  consent_source text not null,
  consent_wording text not null,
  consented_at timestamptz not null,
  confirmed_at timestamptz,
  -- Hashed, until it is used.
  code_hash text,
  code_sent_at timestamptz,
  code_tries integer not null default 0
);
create index sms_numbers_of_phone on sms_numbers (phone_hash);

-- Hashes of numbers that have sent STOP. START takes them out again.
create table stopped_numbers (
  phone_hash text primary key,
  stopped_at timestamptz not null
);

-- Links in an SMS are short. What they lead to is open to whoever may read it, and to nobody else.
create table short_links (
  code text primary key,
  delivery_id text not null unique,
  person_id text not null,
  path text not null,
  created_at timestamptz not null
);
create index short_links_of_person on short_links (person_id);
create index short_links_at on short_links (created_at);

-- Where SMS go in the demonstration, and what is replied there.
create table dev_sms (
  id text primary key,
  phone text not null,
  text text not null,
  is_reply boolean not null,
  at timestamptz not null
);
create index dev_sms_at on dev_sms (at desc);

alter table preferences drop constraint preferences_channel_check;
alter table preferences add constraint preferences_channel_check check (channel in ('mail', 'in-app', 'sms'));
alter table deliveries drop constraint deliveries_channel_check;
alter table deliveries add constraint deliveries_channel_check check (channel in ('mail', 'sms'));
alter table deliveries drop constraint deliveries_not_sent_check;
alter table deliveries add constraint deliveries_not_sent_check check (
  not_sent in ('superseded', 'no-address', 'refused', 'unanswered', 'limited', 'unpublished', 'stopped', 'undelivered')
);
-- Before the first try: one whose response was lost is looked for before it is sent again.
alter table deliveries add column attempted_at timestamptz;
-- The vendor's id of it, and when the phone had it.
alter table deliveries add column reference text;
alter table deliveries add column delivered_at timestamptz;
