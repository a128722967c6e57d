-- A fixed deposit for each seat, in the currency of the price. Null: a share of the price.
alter table services
  add column deposit_amount bigint check (deposit_amount between 1 and price_amount);
