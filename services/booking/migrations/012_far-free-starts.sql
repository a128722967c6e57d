-- Beyond the month that every change counts at once, free starts are counted window by window, as far as services can be booked.
create table far_availability (
  service_id text not null references services,
  from_date date not null,
  days jsonb not null,
  version integer not null,
  primary key (service_id, from_date)
);

-- Where the count of a business goes on, and how many windows are left to count.
create table far_counts (
  business_id text primary key,
  next_from date not null,
  remaining integer not null
);
