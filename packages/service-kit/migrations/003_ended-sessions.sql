-- Access tokens are believed for minutes; where that is too long, the session is looked up here.
create table ended_sessions (
  session_id text primary key,
  ended_at timestamptz not null
);
create index ended_sessions_ended on ended_sessions (ended_at);
