insert into jobs (id, kind, key, run_at, payload) values ('job_00000000000000000000000003', 'payment.look-at-payees', '', '2000-01-01T00:00:00Z', '{}');
