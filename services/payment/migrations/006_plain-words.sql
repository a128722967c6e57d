alter table markets rename dispute_hours to complaint_hours;
alter table bookings rename problem_reported to has_complaint;
alter table bookings rename problem_decision to complaint_decision;
alter table bookings rename dispute_ends_at to complaints_end_at;
alter table bookings rename is_settled to is_final;
alter table bookings rename settled_at to status_since;
