-- Tables of the kit, once in every service's schema.

-- `select append_only('ledger_entries')` in a migration: the service may read the table and add to it, nothing else.
create function append_only(rows_of regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from %I', rows_of, 'bl_' || current_schema());
end $$;

-- Facts that are committed and not yet said.
create table outbox (
  id text primary key,
  type text not null,
  subject text not null,
  sequence bigint not null,
  at timestamptz not null,
  correlation_id text,
  data jsonb not null,
  attempts integer not null default 0,
  leased_until timestamptz
);

-- Which consumer has stored the effect of which event.
create table inbox (
  consumer text not null,
  event_id text not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_received_at on inbox (received_at);

-- What is to happen at a certain time. A kind and key name one job; to schedule it again is to move it.
create table jobs (
  id text primary key,
  kind text not null,
  key text not null,
  run_at timestamptz not null,
  payload jsonb not null,
  attempts integer not null default 0,
  leased_until timestamptz,
  last_error text,
  unique (kind, key)
);
create index jobs_run_at on jobs (run_at);
insert into jobs (id, kind, key, run_at, payload) values ('job_00000000000000000000000000', 'kit.tidy', '', '2000-01-01T00:00:00Z', '{}');

-- Who is what, where. A role of null says that it ended, so that an older event cannot bring it back.
create table memberships (
  person_id text not null,
  scope text not null,
  role text check (role in ('owner', 'manager', 'staff', 'operator', 'admin')),
  sequence bigint not null,
  primary key (person_id, scope)
);
create index memberships_scope on memberships (scope) where role is not null;

-- Caller and key are hashes; the answer, which may hold a guest's manage token, can be read with the key alone.
create table idempotency_keys (
  scope text not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  lease text not null,
  leased_until timestamptz not null,
  answer text,
  created_at timestamptz not null,
  primary key (scope, operation, key)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  reason text
);
create index audit_subject on audit (subject, id);
select append_only('audit');

create unlogged table throttles (
  key text primary key,
  points integer not null,
  ends_at timestamptz not null
);
