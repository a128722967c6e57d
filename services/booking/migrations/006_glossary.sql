-- A complaint is what a customer reports after a visit; a dispute is what a bank opens. A booking is final when nothing can change its money any more.
alter table markets rename dispute_hours to complaint_hours;
alter table bookings rename problem_reported_at to complained_at;
alter table bookings rename problem_words to complaint_text;
alter table bookings rename problem_decision to complaint_decision;
alter table bookings rename dispute_ends_at to complaints_end_at;
alter table bookings rename is_settled to is_final;
alter index bookings_open_problems rename to bookings_open_complaints;

-- Time is taken from calendars: a staff member's, a resource's, or a service's own. A group session is one meeting of a class; bookings reserve its seats.
alter table occurrences rename to group_sessions;
alter table group_sessions rename holders to calendar_ids;
alter table group_sessions rename taken to seats_taken;
alter table bookings rename occurrence_id to group_session_id;
alter table bookings rename asked_from to requested_from;
alter table allocations rename holder_id to calendar_id;
alter table allocations rename occurrence_id to group_session_id;
alter table businesses rename place to address;
alter table payments_heard rename to payments_handled;
alter index occurrences_once rename to group_sessions_once;
alter index bookings_of_occurrence rename to bookings_of_group_session;
alter index allocations_of_occurrence rename to allocations_of_group_session;

-- The id says what it is of: `occ_…` becomes `grp_…`.
alter table bookings drop constraint bookings_occurrence_id_fkey;
alter table allocations drop constraint allocations_occurrence_id_fkey;
update group_sessions set id = 'grp' || substr(id, 4);
update bookings set group_session_id = 'grp' || substr(group_session_id, 4) where group_session_id is not null;
update allocations set group_session_id = 'grp' || substr(group_session_id, 4) where group_session_id is not null;
alter table bookings add foreign key (group_session_id) references group_sessions;
alter table allocations add foreign key (group_session_id) references group_sessions deferrable initially deferred;

-- PostgreSQL made these names from those of tables and columns, and keeps them when those are renamed.
do $$
declare
  named record;
  plain text;
  word text[];
begin
  for named in select conrelid::regclass as owner, conname from pg_constraint where connamespace = current_schema()::regnamespace loop
    plain := named.conname;
    foreach word slice 1 in array array[
      ['occurrences_taken', 'group_sessions_seats_taken'], ['occurrence', 'group_session'], ['holders', 'calendar_ids'], ['holder', 'calendar'],
      ['payments_heard', 'payments_handled'], ['held_runs_out', 'held_expires'], ['dispute_hours', 'complaint_hours'],
      ['problem_decision', 'complaint_decision'], ['is_settled', 'is_final'], ['businesses_place', 'businesses_address']
    ] loop
      plain := replace(plain, word[1], word[2]);
    end loop;
    if plain <> named.conname then execute format('alter table %s rename constraint %I to %I', named.owner, named.conname, plain); end if;
  end loop;
end $$;

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
