-- What happened, for one person: kind and facts; the client has the words.
create table notifications (
  id text primary key,
  person_id text not null,
  -- The fact it comes from: heard twice, it is told once.
  event_id text not null,
  kind text not null,
  about jsonb not null,
  link text,
  at timestamptz not null,
  read_at timestamptz,
  unique (person_id, event_id)
);
create index notifications_of_person on notifications (person_id, id desc);

-- Mails that were asked for; what they say goes with the job that sends them.
create table deliveries (
  id text primary key,
  person_id text not null,
  event_id text not null,
  kind text not null,
  asked_at timestamptz not null,
  sent_at timestamptz,
  unique (person_id, event_id)
);

-- Copies of others' facts.
create table people (
  person_id text primary key,
  name text not null,
  email text not null,
  locale text not null,
  sequence bigint not null
);
create table businesses (
  business_id text primary key,
  name text not null,
  slug text not null,
  sequence bigint not null
);

-- Where mails go in the demonstration.
create table dev_mails (
  id text primary key,
  recipient text not null,
  subject text not null,
  words text not null,
  html text,
  at timestamptz not null
);
create index dev_mails_at on dev_mails (at desc);
