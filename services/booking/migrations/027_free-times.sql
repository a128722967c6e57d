-- Which starts are free is published besides how many: the zones count anew, not only at their next midnight.
update jobs set run_at = '2000-01-01T00:00:00Z', payload = payload || '{"day": "2000-01-01", "after": ""}'
where kind = 'booking.roll-free-starts';
