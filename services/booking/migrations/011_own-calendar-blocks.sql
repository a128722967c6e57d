-- A class that needs neither staff nor a room has a calendar of its own. It is blocked where one of its meetings was cancelled.
alter table blocks add column service_id text references services;
alter table blocks drop constraint blocks_one_calendar;
alter table blocks add constraint blocks_one_calendar check (num_nonnulls(staff_id, resource_id, service_id) = 1);
