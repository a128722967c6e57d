create table reviews (
  id text primary key,
  -- One review of one completed booking, ever.
  booking_id text not null unique,
  business_id text not null,
  consumer_id text not null,
  service_name text not null,
  by_name text not null,
  state text not null check (state in ('published', 'held', 'hidden', 'appealed')),
  stars smallint not null check (stars between 1 and 5),
  words text,
  written_at timestamptz not null,
  reply_words text,
  reply_at timestamptz,
  reply_by text,
  version bigint not null,
  check ((reply_words is null) = (reply_at is null))
);
create index reviews_of_business on reviews (business_id, id desc) where state = 'published';

-- Counts by star, kept in the transaction of the review itself.
create table ratings (
  business_id text primary key,
  stars_1 integer not null default 0,
  stars_2 integer not null default 0,
  stars_3 integer not null default 0,
  stars_4 integer not null default 0,
  stars_5 integer not null default 0,
  bayes double precision not null,
  version bigint not null
);

-- What is usual in a market for a kind of business: what a business without reviews is ranked by.
create table usual_ratings (
  market_id text not null,
  category text not null,
  count integer not null,
  sum integer not null,
  primary key (market_id, category)
);

-- Copies of others' facts.
create table bookings (
  booking_id text primary key,
  business_id text not null,
  market_id text not null,
  consumer_id text not null,
  manage_token_hash text,
  service_name text not null,
  status text not null,
  sequence bigint not null
);
create table businesses (
  business_id text primary key,
  market_id text not null,
  category text not null,
  sequence bigint not null
);
create table people (
  person_id text primary key,
  name text not null,
  sequence bigint not null
);
