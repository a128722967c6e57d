-- A vacation of everyone, or lunch on every day: blocks that were made together can be released together.
alter table blocks
  add column series_id text,
  add column kind text check (kind in ('vacation', 'sick-day', 'break'));
create index blocks_by_series on blocks (series_id) where series_id is not null;
