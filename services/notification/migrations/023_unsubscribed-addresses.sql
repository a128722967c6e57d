-- A guest is a person of one booking, so what a guest turns off is turned off for the address, which is hashed.
create table unsubscribed_addresses (
  address_hash text not null,
  kind text not null,
  unsubscribed_at timestamptz not null,
  primary key (address_hash, kind)
);
