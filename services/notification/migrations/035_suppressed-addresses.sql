-- Hashes of addresses that take no mail (bounce), or whose reader has reported one as spam (complaint).
create table suppressed_addresses (
  address_hash text not null,
  reason text not null check (reason in ('bounce', 'complaint')),
  suppressed_at timestamptz not null,
  -- Since then it is tried again. What was sent before says nothing new.
  lifted_at timestamptz,
  primary key (address_hash, reason)
);
create index suppressed_addresses_at on suppressed_addresses (suppressed_at);

alter table deliveries drop constraint deliveries_not_sent_check;
alter table deliveries add constraint deliveries_not_sent_check check (
  not_sent in (
    'superseded', 'no-address', 'refused', 'unanswered', 'limited', 'unpublished', 'stopped', 'undelivered', 'no-device',
    'bounced', 'complained'
  )
);
-- Whose customer the mail was for, when it comes back.
alter table deliveries add column booking_id text;
create index deliveries_of_mail on deliveries (reference) where channel = 'mail' and reference is not null;
