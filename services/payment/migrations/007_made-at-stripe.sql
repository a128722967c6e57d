-- What happens at Stripe itself counts: refunds made in its dashboard, disputes, and accounts that are taken away.
create table disputes (
  id text primary key,
  payment_id text not null references payments,
  -- Stripe's id of it.
  reference text not null unique,
  status text not null check (status in ('inquiry', 'open', 'won', 'lost', 'closed')),
  amount bigint not null check (amount > 0),
  -- What the bank has of it at the moment.
  withdrawn bigint not null check (withdrawn >= 0),
  -- Stripe's fee for it, which is ours to pay.
  fee bigint not null,
  reason text not null,
  respond_by timestamptz,
  created_at timestamptz not null,
  version bigint not null
);
create index disputes_of_payment on disputes (payment_id);
create index disputes_undecided on disputes (created_at) where status in ('inquiry', 'open');

alter table payments drop constraint payments_funds_check;
alter table payments add constraint payments_funds_check check (funds in ('none', 'held', 'frozen', 'disputed', 'released', 'refunded', 'lost'));
create index payments_releasable on payments (business_id, release_at) where funds = 'held' and release_at is not null;

-- A refund that Stripe will never make is cancelled. One that was made there has no reason of ours, and there can be several.
alter table refunds drop constraint refunds_status_check;
alter table refunds add constraint refunds_status_check check (status in ('requested', 'pending', 'succeeded', 'failed', 'cancelled'));
alter table refunds drop constraint refunds_reason_check;
alter table refunds add constraint refunds_reason_check check (reason in ('cancelled', 'no-show', 'decided', 'unusable', 'rescheduled', 'provider'));
alter table refunds drop constraint refunds_payment_id_reason_key;
create unique index refunds_once on refunds (payment_id, reason) where status <> 'cancelled' and reason not in ('rescheduled', 'provider');
create index refunds_of_payment on refunds (payment_id);

-- Money that comes back from a dispute is released again; one transfer of a payment is under way at a time.
alter table transfers drop constraint transfers_payment_id_key;
create unique index transfers_one_under_way on transfers (payment_id) where done_at is null;
create index transfers_of_payment on transfers (payment_id);

-- A claw-back has the id of the refund or the dispute that it is for.
alter table claw_backs drop constraint claw_backs_refund_id_fkey;
alter table claw_backs rename refund_id to id;

alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add constraint ledger_accounts_kind_check check (kind in ('stripe', 'held', 'business', 'debt', 'fee', 'loss'));
alter table ledger_transactions drop constraint ledger_transactions_kind_check;
alter table ledger_transactions add constraint ledger_transactions_kind_check
  check (kind in ('payment', 'refund', 'refund-failed', 'release', 'transfer', 'claw-back', 'reversal', 'dispute', 'dispute-reinstated'));

-- When the owner was last sent to Stripe; the platform's access can be taken away, and then another account is made.
alter table payees add column onboarding_since timestamptz not null default '2000-01-01T00:00:00Z';
alter table payees alter column onboarding_since drop default;
alter table payees add column deauthorized boolean not null default false;
alter table payees alter column deauthorized drop default;
alter table payees add column accounts_made integer not null default 1;
alter table payees alter column accounts_made drop default;

-- The newest of Stripe's events that has been compared with what webhooks brought.
create table compared_events (id boolean primary key default true check (id), last_event_id text not null);
