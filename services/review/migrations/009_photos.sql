-- Photos of a visit, by whoever booked it. They are added before its review is written, and shown with it.
create table photos (
  id text primary key,
  -- The booking.
  subject text not null references bookings (booking_id),
  consumer_id text not null,
  position int not null,
  status text not null check (status in ('uploading', 'processing', 'ready', 'refused')),
  alt text not null,
  refusal text,
  -- What the public sees, without the alt text.
  shown jsonb,
  -- What is stored of it, besides the original.
  files text[] not null default '{}',
  created_at timestamptz not null,
  refused_at timestamptz,
  version int not null default 1,
  constraint photos_shown check ((shown is not null) = (status = 'ready')),
  constraint photos_refused check ((refusal is not null) = (status = 'refused') and (refused_at is not null) = (status = 'refused'))
);
create index photos_of_booking on photos (subject, position, id);
create index photos_of_consumer on photos (consumer_id);
create index photos_created_at on photos (created_at);

-- Files that nothing leads to are looked for every day.
insert into jobs (id, kind, key, run_at, payload)
values ('job_00000000000000000000000006', 'review.remove-orphans', 'all', '2000-01-01T00:00:00Z', '{}');
