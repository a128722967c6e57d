-- For migrations that rename what is stored as JSON: `rename_keys(data, '{"old": "new"}')`. Keys of the first level only.
create function rename_keys(data jsonb, names jsonb) returns jsonb language sql immutable strict as $$
  select coalesce((select jsonb_object_agg(coalesce(names ->> key, key), value) from jsonb_each(data)), data)
$$;

update jobs set kind = 'kit.cleanup' where kind = 'kit.tidy';
alter table idempotency_keys rename answer to response;
