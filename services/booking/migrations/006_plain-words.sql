-- A complaint is what a customer reports after a visit; a dispute is what a bank opens. A booking is final when nothing can change its money any more.
alter table markets rename dispute_hours to complaint_hours;
alter table bookings rename problem_reported_at to complained_at;
alter table bookings rename problem_words to complaint_text;
alter table bookings rename problem_decision to complaint_decision;
alter table bookings rename dispute_ends_at to complaints_end_at;
alter table bookings rename is_settled to is_final;
alter index bookings_open_problems rename to bookings_open_complaints;

update jobs set kind = case kind
    when 'booking.dispute-ends' then 'booking.end-complaints'
    when 'booking.hold-runs-out' then 'booking.expire-hold'
    when 'booking.completes-itself' then 'booking.auto-complete'
    else kind end;

create function plain_name(name text) returns text language sql immutable as $$
  select case name
    when 'booking.problem-reported.v1' then 'booking.complaint-filed.v1'
    when 'booking.problem-decided.v1' then 'booking.complaint-decided.v1'
    when 'booking.settled.v1' then 'booking.finalized.v1'
    when 'offer.changed.v1' then 'service.changed.v1'
    when 'booking.dispute-ends' then 'booking.end-complaints'
    when 'booking.hold-runs-out' then 'booking.expire-hold'
    when 'booking.completes-itself' then 'booking.auto-complete'
    else name end
$$;
update outbox set
  type = plain_name(type),
  data = rename_keys(data, '{"problemReportedAt": "complainedAt", "problemDecision": "complaintDecision", "disputeEndsAt": "complaintsEndAt", "isSettled": "isFinal"}');
update audit set
  actor = plain_name(actor),
  action = plain_name(action),
  before = rename_keys(before, '{"problemDecision": "complaintDecision"}'),
  after = rename_keys(after, '{"problemDecision": "complaintDecision"}');
drop function plain_name;
