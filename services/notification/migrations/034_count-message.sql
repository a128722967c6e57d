-- One statement for a message that is counted: each statement in the function sees what was committed before it, so the
-- count sees everybody who held the locks before. The keys come in one order from everyone: no deadlock.
create function count_message(keys text[], limits float8[], delivery text, at timestamptz, since timestamptz)
returns boolean language plpgsql as $$
declare
  fits boolean;
begin
  -- The label keeps its old word: processes of two releases must wait for each other.
  perform pg_advisory_xact_lock(hashtextextended('counted mail ' || key, 0)) from unnest(keys) as counted(key);
  select coalesce(bool_and((
    select count(*) from counted_messages other
    where other.key = counted.key and other.delivery_id <> delivery and other.counted_at > since
  ) < counted.most), false) into fits from unnest(keys, limits) as counted(key, most);
  if fits then
    insert into counted_messages (key, delivery_id, counted_at)
    select key, delivery, at from unnest(keys) as counted(key) on conflict do nothing;
  end if;
  return fits;
end $$;
