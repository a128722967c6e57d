-- A complaint is what a customer reports after a visit; a dispute is what a bank opens. A booking is final when nothing can change its money any more.
alter table markets rename dispute_hours to complaint_hours;
alter table bookings rename problem_reported to has_complaint;
alter table bookings rename problem_decision to complaint_decision;
alter table bookings rename dispute_ends_at to complaints_end_at;
alter table bookings rename is_settled to is_final;
alter table bookings rename settled_at to status_since;

-- Stripe's words for what is Stripe's.
alter table payments rename intent to payment_intent_id;
alter table payments rename constraint payments_intent_key to payments_payment_intent_id_key;
alter table payments rename charge to charge_id;
alter table payees rename submitted to details_submitted;

alter table payments rename receipt to receipt_number;
alter table payments rename constraint payments_receipt_key to payments_receipt_number_key;
alter table receipts_given rename to receipt_numbers;
alter table receipt_numbers rename constraint receipts_given_pkey to receipt_numbers_pkey;
alter table receipt_numbers rename count to last_number;

-- A refund is requested, then pending at Stripe; a claw-back is pending until it is reversed or owed.
alter table refunds drop constraint refunds_status_check;
update refunds set status = 'requested' where status = 'wanted';
alter table refunds add constraint refunds_status_check check (status in ('requested', 'pending', 'succeeded', 'failed'));
drop index refunds_open;
create index refunds_open on refunds (created_at) where status in ('requested', 'pending');

alter table claw_backs drop constraint claw_backs_status_check;
update claw_backs set status = 'pending' where status = 'wanted';
alter table claw_backs add constraint claw_backs_status_check check (status in ('pending', 'reversed', 'owed'));
drop index claw_backs_of_business;
create index claw_backs_of_business on claw_backs (business_id) where status = 'pending';

update jobs set
  kind = 'payment.fetch',
  payload = jsonb_build_object('object', case payload ->> 'what' when 'intent' then 'payment_intent' else payload ->> 'what' end)
  where kind = 'payment.look';
update jobs set kind = 'payment.refund' where kind = 'payment.give-back';
update jobs set kind = 'payment.refresh-payees' where kind = 'payment.look-at-payees';
