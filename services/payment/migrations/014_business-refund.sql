-- What the business refunds in all, by its own decision, in minor units of the booking's currency. It may do so several times.
alter table bookings add column business_refund integer;
alter table refunds drop constraint refunds_reason_check;
alter table refunds add constraint refunds_reason_check check (reason in ('cancelled', 'no-show', 'decided', 'unusable', 'rescheduled', 'by-business', 'provider'));
drop index refunds_once;
create unique index refunds_once on refunds (payment_id, reason) where status <> 'cancelled' and reason not in ('rescheduled', 'by-business', 'provider');
