-- Days on which an address was refused by a server that did not say why. Several of them are a bounce.
create table refused_addresses (
  address_hash text not null,
  refused_on date not null,
  primary key (address_hash, refused_on)
);
create index refused_addresses_on on refused_addresses (refused_on);
