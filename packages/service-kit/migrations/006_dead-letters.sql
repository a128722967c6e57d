-- What could not be done however often it was tried: an event for one consumer, or a job. It stays until somebody retries it.
create table dead_letters (
  id text primary key,
  kind text not null,
  subject text not null,
  source_id text not null,
  event jsonb,
  payload jsonb,
  tries integer not null,
  error text not null,
  since timestamptz not null default now(),
  unique (kind, source_id),
  check (num_nonnulls(event, payload) = 1)
);

-- Jobs are taken by kind, so that those of one lane are found without passing over all that wait in another.
drop index jobs_run_at;
create index jobs_kind_run_at on jobs (kind, run_at);
