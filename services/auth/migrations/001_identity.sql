-- Whoever has, or is asked to have, an account. An address belongs to one person.
create table people (
  id text primary key,
  kind text not null check (kind in ('account', 'invited')),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  name text not null,
  locale text not null,
  time_zone text,
  version bigint not null,
  created_at timestamptz not null
);

create table passwords (
  person_id text primary key references people,
  hash text not null,
  changed_at timestamptz not null
);

create table sessions (
  id text primary key,
  person_id text not null references people,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person on sessions (person_id) where ended_at is null;

-- A refresh token is good once. Used again, long after it was replaced, it was stolen: the session ends.
create table refresh_tokens (
  hash text primary key,
  session_id text not null references sessions,
  expires_at timestamptz not null,
  replaced_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);
create index refresh_tokens_expiry on refresh_tokens (expires_at);

-- What was mailed to prove that somebody reads an address.
create table links (
  hash text primary key,
  kind text not null check (kind in ('verify-email', 'reset-password')),
  person_id text not null references people,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index links_person on links (person_id, kind);

-- Becomes a membership when the person has an account and its address is verified.
create table invitations (
  person_id text not null references people,
  business_id text not null,
  role text not null check (role in ('manager', 'staff')),
  invited_at timestamptz not null,
  primary key (person_id, business_id)
);
create index invitations_business on invitations (business_id);

insert into jobs (id, kind, key, run_at, payload) values ('job_00000000000000000000000001', 'auth.forget-expired', '', '2000-01-01T00:00:00Z', '{}');
