-- What the ledger says of a business as a whole, so that no balance reads every entry there ever was. Only the trigger writes it.
create table ledger_sums (
  business_id text not null,
  currency text not null,
  -- Protected of its payments or on its way to it; what was transferred to it; what it owes.
  held bigint not null,
  released bigint not null,
  owed bigint not null,
  primary key (business_id, currency)
);
select append_only('ledger_sums');
do $$ begin execute format('revoke insert on ledger_sums from %I', 'bl_' || current_schema()); end $$;

create function add_to_ledger_sums() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into ledger_sums as sums (business_id, currency, held, released, owed)
  select movement.business_id, new.currency,
    case when account.kind in ('held', 'business') then 0 - new.amount else 0 end,
    case when account.kind = 'stripe' then 0 - new.amount else 0 end,
    case when account.kind = 'debt' then new.amount else 0 end
  from ledger_transactions movement join ledger_accounts account on account.id = new.account_id
  where movement.id = new.transaction_id
    and (account.kind in ('held', 'business', 'debt') or account.kind = 'stripe' and movement.kind in ('transfer', 'reversal'))
  on conflict (business_id, currency) do update
    set held = sums.held + excluded.held, released = sums.released + excluded.released, owed = sums.owed + excluded.owed;
  return null;
end $$;
-- At the commit: the row of a business is locked last and for a moment, so that two of its payments never wait for each other in a circle.
create constraint trigger add_to_ledger_sums after insert on ledger_entries
  deferrable initially deferred for each row execute function add_to_ledger_sums();

-- The trigger came first, and nothing is entered until this is committed.
insert into ledger_sums
select movement.business_id, entry.currency,
  coalesce(-sum(entry.amount) filter (where account.kind in ('held', 'business')), 0),
  coalesce(-sum(entry.amount) filter (where account.kind = 'stripe' and movement.kind in ('transfer', 'reversal')), 0),
  coalesce(sum(entry.amount) filter (where account.kind = 'debt'), 0)
from ledger_transactions movement
join ledger_entries entry on entry.transaction_id = movement.id
join ledger_accounts account on account.id = entry.account_id
group by movement.business_id, entry.currency;

-- What of it is frozen or disputed is told apart.
create index payments_set_aside on payments (business_id) where funds in ('frozen', 'disputed');
