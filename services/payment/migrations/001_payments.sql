-- Copies of what other services said, each with the version it had.
create table markets (
  id text primary key,
  slug text not null,
  fee_basis_points integer not null,
  dispute_hours integer not null,
  sequence bigint not null
);
create table businesses (id text primary key, name text not null, country text not null, currency text not null, sequence bigint not null);
create table bookings (
  id text primary key,
  business_id text not null,
  market_id text not null,
  consumer_id text not null,
  manage_token_hash text,
  status text not null,
  service_name text not null,
  start_at timestamptz not null,
  time_zone text not null,
  payment text not null,
  deposit_amount bigint not null,
  currency text not null,
  hold_expires_at timestamptz,
  refund_share integer,
  problem_reported boolean not null,
  problem_decision text,
  -- When it became what it is: completed, cancelled …
  settled_at timestamptz not null,
  -- The market's share when the booking was first heard of. A later change of the fee does not touch it.
  fee_basis_points integer,
  sequence bigint not null
);

-- Who can be paid: a business and its account with the payment provider.
create table payees (
  business_id text primary key,
  account text not null unique,
  submitted boolean not null,
  charges_enabled boolean not null,
  payouts_enabled boolean not null,
  requirements text[] not null,
  version bigint not null
);

create table payments (
  id text primary key,
  booking_id text not null,
  business_id text not null,
  consumer_id text not null,
  market_id text not null,
  status text not null check (status in ('awaiting', 'failed', 'cancelled', 'succeeded')),
  funds text not null check (funds in ('none', 'held', 'frozen', 'released', 'refunded')),
  currency text not null,
  amount bigint not null check (amount > 0),
  captured bigint not null check (captured >= 0),
  refunded bigint not null check (refunded between 0 and captured),
  fee_basis_points integer not null check (fee_basis_points between 0 and 10000),
  -- Money that the booking could not use any more.
  unusable boolean not null,
  intent text unique,
  charge text,
  card_brand text,
  card_last4 text,
  paid_at timestamptz,
  release_at timestamptz,
  receipt text unique,
  created_at timestamptz not null,
  version bigint not null,
  constraint payments_captured_once_succeeded check ((status = 'succeeded') = (captured > 0))
);
-- Two clicks on pay make one payment; another only after the first can no longer succeed.
create unique index payments_one_live on payments (booking_id) where status <> 'cancelled';
create index payments_of_business on payments (business_id, id);
create index payments_open on payments (created_at) where status in ('awaiting', 'failed');

-- Numbers of receipts, without gaps: counted in the transaction that gives the number out.
create table receipts_given (market_id text primary key, count bigint not null);

create table refunds (
  id text primary key,
  payment_id text not null references payments,
  amount bigint not null check (amount > 0),
  reason text not null check (reason in ('cancelled', 'no-show', 'decided', 'unusable')),
  status text not null check (status in ('wanted', 'pending', 'succeeded', 'failed')),
  -- Told apart from the refusals before it: the provider repeats its answer for a key that it knows.
  attempt integer not null,
  reference text unique,
  created_at timestamptz not null,
  done_at timestamptz,
  unique (payment_id, reason)
);
create index refunds_open on refunds (created_at) where status in ('wanted', 'pending');

-- What goes to the business: decided and counted first, then sent. `amount` is what is left after debts.
create table transfers (
  id text primary key,
  payment_id text not null unique references payments,
  business_id text not null,
  account text not null,
  amount bigint not null check (amount >= 0),
  net bigint not null check (net >= amount),
  attempt integer not null,
  reference text unique,
  created_at timestamptz not null,
  done_at timestamptz
);

-- What a business owes after money was given back that it already had: taken from the transfer, else from the next releases.
create table claw_backs (
  refund_id text primary key references refunds,
  payment_id text not null references payments,
  business_id text not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  status text not null check (status in ('wanted', 'reversed', 'owed')),
  reference text unique
);
create index claw_backs_of_business on claw_backs (business_id) where status = 'wanted';

-- What Stripe told us, once each. Only what it is about is kept; the object itself is fetched.
create table stripe_events (
  id text primary key,
  type text not null,
  object_id text not null,
  received_at timestamptz not null
);

insert into jobs (id, kind, key, run_at, payload) values ('job_00000000000000000000000002', 'payment.reconcile', '', '2000-01-01T00:00:00Z', '{}');
