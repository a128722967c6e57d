-- Many messages in one statement, each counted with those before it, unless its address is suppressed. The keys of all
-- come in one order from everyone.
create function count_messages(locked text[], messages jsonb, at timestamptz, since timestamptz)
returns table (counted_id text, outcome text) language plpgsql as $$
declare
  message record;
  fits boolean;
begin
  -- The label keeps its old word: processes of two releases must wait for each other.
  perform pg_advisory_xact_lock(hashtextextended('counted mail ' || key, 0)) from unnest(locked) as each(key);
  for message in select * from jsonb_to_recordset(messages) as m(delivery text, keys text[], most float8[], address text, reasons text[]) loop
    outcome := (
      select reason from suppressed_addresses
      where address_hash = message.address and reason = any(message.reasons) and lifted_at is null
      order by reason limit 1);
    counted_id := message.delivery;
    if outcome is not null then
      return next;
      continue;
    end if;
    select coalesce(bool_and((
      select count(*) from counted_messages other
      where other.key = counted.key and other.delivery_id <> message.delivery and other.counted_at > since
    ) < counted.most), false) into fits from unnest(message.keys, message.most) as counted(key, most);
    if fits then
      insert into counted_messages (key, delivery_id, counted_at)
      select key, message.delivery, at from unnest(message.keys) as counted(key) on conflict do nothing;
    end if;
    outcome := case when fits then 'counted' else 'limited' end;
    return next;
  end loop;
end $$;
