create table realtime_epochs (
  business_id text primary key,
  epoch integer not null
);
