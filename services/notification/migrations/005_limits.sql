-- Whether the address is proven to be the person's, and in which state a business is. Null until its next event.
alter table people add column verified boolean not null default false;
alter table businesses add column status text;

-- Mails of the last day by what limits them: hashes of a recipient or a business. Cancelling a booking takes none of them back.
create table counted_mails (
  key text not null,
  delivery_id text not null,
  counted_at timestamptz not null,
  primary key (key, delivery_id)
);
create index counted_mails_at on counted_mails (counted_at);

alter table deliveries drop constraint deliveries_not_sent_check;
alter table deliveries add constraint deliveries_not_sent_check
  check (not_sent in ('superseded', 'no-address', 'refused', 'unanswered', 'limited', 'unpublished'));
