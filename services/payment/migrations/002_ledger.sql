-- Double entry. A positive amount is a debit, a negative one a credit.
-- stripe: what is ours at Stripe · held: a payment's protected funds · business: on its way to it · debt: what it owes · fee: the market's share
create table ledger_accounts (
  id text primary key,
  kind text not null check (kind in ('stripe', 'held', 'business', 'debt', 'fee')),
  owner text not null,
  currency text not null,
  unique (kind, owner, currency),
  unique (id, currency)
);

create table ledger_transactions (
  id text primary key,
  at timestamptz not null,
  kind text not null check (kind in ('payment', 'refund', 'refund-failed', 'release', 'transfer', 'claw-back', 'reversal')),
  -- The payment, refund or transfer it is about: nothing is entered twice.
  subject text not null,
  payment_id text not null references payments,
  business_id text not null,
  booking_id text not null,
  currency text not null,
  -- As the business reads it: what moved, the fee in it, and what that leaves.
  gross bigint not null,
  fee bigint not null,
  net bigint not null,
  unique (kind, subject),
  unique (id, currency),
  check (gross = fee + net)
);
create index ledger_transactions_of_business on ledger_transactions (business_id, id);
create index ledger_transactions_of_payment on ledger_transactions (payment_id);

create table ledger_entries (
  id bigint generated always as identity primary key,
  transaction_id text not null,
  account_id text not null,
  currency text not null,
  amount bigint not null check (amount <> 0),
  foreign key (transaction_id, currency) references ledger_transactions (id, currency),
  foreign key (account_id, currency) references ledger_accounts (id, currency)
);
create index ledger_entries_of_transaction on ledger_entries (transaction_id);
create index ledger_entries_of_account on ledger_entries (account_id);

-- Every transaction sums to zero when it is committed. This is the rule; the code only makes it come true.
create function ledger_balances() returns trigger language plpgsql set search_path from current as $$
declare
  entered text := case tg_table_name when 'ledger_entries' then to_jsonb(new) ->> 'transaction_id' else to_jsonb(new) ->> 'id' end;
  total numeric;
  count integer;
begin
  select coalesce(sum(amount), 0), count(*) into total, count from ledger_entries where transaction_id = entered;
  if total <> 0 then
    raise exception 'ledger transaction % is out of balance by %', entered, total using errcode = 'check_violation', constraint = 'ledger_balances';
  end if;
  if count < 2 then
    raise exception 'ledger transaction % has % entries', entered, count using errcode = 'check_violation', constraint = 'ledger_balances';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert or update on ledger_entries
  deferrable initially deferred for each row execute function ledger_balances();
create constraint trigger ledger_balances after insert on ledger_transactions
  deferrable initially deferred for each row execute function ledger_balances();

select append_only('ledger_accounts');
select append_only('ledger_transactions');
select append_only('ledger_entries');
select append_only('stripe_events');
