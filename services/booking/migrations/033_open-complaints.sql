-- Of complaints that were filed before operators were mailed nobody has mailed them: those that wait are published again, once.
insert into jobs (id, kind, key, run_at, payload)
values ('job_00000000000000000000000007', 'booking.publish-complaints', 'open', '2000-01-01T00:00:00Z', '{}');
