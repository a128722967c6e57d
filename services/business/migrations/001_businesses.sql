create table markets (
  id text primary key,
  slug text not null unique,
  name text not null,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  time_zone text not null,
  currency text not null,
  fee_basis_points integer not null check (fee_basis_points between 0 and 10000),
  dispute_hours integer not null check (dispute_hours between 0 and 720),
  version bigint not null
);

create table businesses (
  id text primary key,
  slug text not null,
  market_id text not null references markets,
  status text not null check (status in ('draft', 'pending', 'published', 'suspended', 'closed')),
  name text not null,
  description text,
  categories text[] not null check (cardinality(categories) between 1 and 5),
  street text,
  city text not null,
  region text,
  postcode text,
  country text not null,
  -- Somebody's home: street, postcode and the exact point stay with the business and its operator.
  address_is_private boolean not null default false,
  exact_lat double precision check (exact_lat between -90 and 90),
  exact_lon double precision check (exact_lon between -180 and 180),
  -- The public point. Everybody sees it.
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  time_zone text not null,
  currency text not null,
  phone text,
  website text,
  price_level smallint check (price_level between 1 and 4),
  -- Null: unknown, which is not closed.
  hours jsonb,
  claimed boolean not null,
  source jsonb,
  -- What the row is called where it was imported from, so that it is imported once.
  source_id text,
  version bigint not null,
  -- A slug is an address of the whole site; these two are operations.
  constraint businesses_slug unique (slug),
  constraint businesses_slug_reserved check (slug not in ('suggestions', 'clusters')),
  constraint businesses_source_id unique (source_id)
);
create index businesses_market_status on businesses (market_id, status, id);
