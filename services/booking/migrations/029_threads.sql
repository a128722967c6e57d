-- From it on, the days are counted after which nobody writes about a booking any more.
alter table bookings add column cancelled_at timestamptz;

-- What the two sides of a booking write to each other. It begins with the first message.
create table threads (
  booking_id text primary key references bookings,
  last_number integer not null check (last_number > 0),
  last_sent_at timestamptz not null,
  read_by_consumer integer not null default 0,
  read_by_business integer not null default 0,
  -- Since when there is something that this side has not read.
  consumer_unread_since timestamptz,
  business_unread_since timestamptz,
  version integer not null check (version > 0),
  constraint threads_read_what_was_sent
    check (read_by_consumer between 0 and last_number and read_by_business between 0 and last_number)
);
create index threads_by_last_message on threads (last_sent_at);

create table messages (
  booking_id text not null references threads on delete cascade,
  number integer not null check (number > 0),
  sent_by text not null check (sent_by in ('consumer', 'business')),
  text text not null check (length(text) between 1 and 1000),
  sent_at timestamptz not null,
  primary key (booking_id, number)
);
