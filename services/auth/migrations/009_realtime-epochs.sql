-- A business without a row is in epoch 0: nobody has left it since its channels have epochs.
create table realtime_epochs (
  business_id text primary key,
  epoch integer not null
);
