-- Copies of what other services said, each with the version it had.
create table businesses (
  id text primary key,
  market_id text not null,
  status text not null,
  name text not null,
  time_zone text not null,
  currency text not null,
  hours jsonb,
  place text not null,
  sequence bigint not null
);
create table markets (id text primary key, dispute_hours integer not null, sequence bigint not null);
create table payees (business_id text primary key, charges_enabled boolean not null, sequence bigint not null);

-- Accounts as auth told of them, and guests, whom booking itself knows first.
create table people (
  id text primary key,
  kind text not null check (kind in ('account', 'invited', 'guest')),
  name text not null,
  email text,
  email_verified boolean not null,
  phone text,
  locale text not null,
  sequence bigint not null
);
create index people_guests on people (email) where kind = 'guest';

create table services (
  id text primary key,
  business_id text not null,
  name text not null,
  description text,
  duration_minutes integer not null check (duration_minutes > 0),
  price_amount bigint not null check (price_amount >= 0),
  currency text not null,
  payment text not null check (payment in ('online', 'at-venue')),
  deposit_basis_points integer not null check (deposit_basis_points between 1 and 10000),
  buffer_before_minutes integer not null check (buffer_before_minutes >= 0),
  buffer_after_minutes integer not null check (buffer_after_minutes >= 0),
  capacity integer not null check (capacity > 0),
  staff_ids text[] not null,
  resource_ids text[] not null,
  min_notice_minutes integer not null check (min_notice_minutes >= 0),
  max_horizon_days integer not null check (max_horizon_days > 0),
  step_minutes integer not null check (step_minutes > 0),
  policy jsonb not null,
  active boolean not null,
  version integer not null
);
create index services_business on services (business_id);

create table staff (
  id text primary key,
  business_id text not null,
  name text not null,
  title text,
  hours jsonb,
  person_id text,
  active boolean not null,
  version integer not null
);
create index staff_business on staff (business_id);

create table resources (
  id text primary key,
  business_id text not null,
  name text not null,
  pool text,
  active boolean not null,
  version integer not null
);
create index resources_business on resources (business_id);

-- A group that meets once: bookings join it while there are seats.
create table occurrences (
  id text primary key,
  business_id text not null,
  service_id text not null references services,
  staff_id text references staff,
  holders text[] not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  buffer_before_minutes integer not null,
  buffer_after_minutes integer not null,
  capacity integer not null,
  taken integer not null default 0,
  live boolean not null default true,
  -- Nobody gets a seat that is not there. This is the rule; the code only words the refusal.
  constraint occurrences_seats check (taken between 0 and capacity)
);
create unique index occurrences_once on occurrences (service_id, start_at, end_at, holders) where live;

create table bookings (
  id text primary key,
  business_id text not null,
  market_id text not null,
  service_id text not null references services,
  service_name text not null,
  staff_id text references staff,
  staff_name text,
  consumer_id text not null,
  is_guest boolean not null,
  manage_token_hash text,
  status text not null check (status in ('held', 'pending', 'confirmed', 'completed', 'cancelled', 'no-show', 'expired')),
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  time_zone text not null,
  local_start text not null,
  party_size integer not null check (party_size > 0),
  price_amount bigint not null check (price_amount >= 0),
  deposit_amount bigint not null check (deposit_amount between 0 and price_amount),
  currency text not null,
  payment text not null check (payment in ('none', 'online', 'at-venue')),
  policy jsonb not null,
  hold_expires_at timestamptz,
  cancelled_by text check (cancelled_by in ('consumer', 'business', 'platform')),
  reason text,
  refund_share integer check (refund_share between 0 and 10000),
  completed_at timestamptz,
  problem_reported_at timestamptz,
  problem_words text,
  problem_decision text check (problem_decision in ('released', 'refunded')),
  note text,
  occurrence_id text references occurrences,
  -- Where it was asked from, hashed; only while the time is held.
  asked_from text,
  created_at timestamptz not null,
  version integer not null,
  constraint bookings_held_runs_out check (status <> 'held' or hold_expires_at is not null),
  constraint bookings_cancelled_by_someone check ((status = 'cancelled') = (cancelled_by is not null))
);
create index bookings_of_business on bookings (business_id, start_at);
create index bookings_of_consumer on bookings (consumer_id, start_at, id);
create index bookings_of_staff on bookings (staff_id, start_at) where status in ('held', 'pending', 'confirmed', 'completed');
create index bookings_of_occurrence on bookings (occurrence_id) where occurrence_id is not null;
create index bookings_held on bookings (hold_expires_at) where status = 'held';
create index bookings_held_by_person on bookings (consumer_id) where status = 'held';
create index bookings_held_from on bookings (asked_from) where status = 'held';
create index bookings_held_of_business on bookings (business_id) where status = 'held';

create table blocks (
  id text primary key,
  business_id text not null,
  staff_id text references staff,
  resource_id text references resources,
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  note text,
  created_by text not null,
  constraint blocks_one_holder check (num_nonnulls(staff_id, resource_id) = 1)
);
create index blocks_of_business on blocks (business_id, start_at);

-- Who or what is promised for which time, buffers included.
create table allocations (
  id bigint generated always as identity primary key,
  holder_id text not null,
  during tstzrange not null,
  live boolean not null default true,
  booking_id text references bookings deferrable initially deferred,
  occurrence_id text references occurrences deferrable initially deferred,
  block_id text references blocks deferrable initially deferred,
  -- Of an unpaid hold: from then on it promises nothing.
  expires_at timestamptz,
  constraint allocations_for_one check (num_nonnulls(booking_id, occurrence_id, block_id) = 1),
  -- A person, room or chair is never promised twice. This is the rule; the code only words the refusal.
  constraint allocations_never_overlap exclude using gist (holder_id with =, during with &&) where (live)
);
create index allocations_of_booking on allocations (booking_id) where booking_id is not null;
create index allocations_of_occurrence on allocations (occurrence_id) where occurrence_id is not null;
create index allocations_of_block on allocations (block_id) where block_id is not null;

-- Which payment had which effect: a payment counts once, however often it is told.
create table payments_heard (
  payment_id text primary key,
  booking_id text not null references bookings,
  outcome text not null check (outcome in ('confirmed', 'unusable')),
  at timestamptz not null
);
select append_only('payments_heard');

-- What was last said about the free starts of a service.
create table availability (
  service_id text primary key references services,
  days jsonb not null,
  version integer not null
);
