-- Codes from an app on the person's phone. The secret is encrypted; the factor is on from the moment its first code was right.
create table second_factors (
  person_id text primary key references people,
  secret text not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  -- Of 30 seconds each, since 1970: the code of this one or an earlier one has been used.
  last_step bigint not null default 0
);
create index second_factors_started on second_factors (started_at) where confirmed_at is null;

-- Each opens the account once, without the phone. Only hashes are kept.
create table recovery_codes (
  person_id text not null references second_factors on delete cascade,
  hash text not null,
  primary key (person_id, hash)
);

-- What it was opened with, and when its second factor was last shown; nothing where it was opened without one.
alter table sessions add column opened_with text not null default 'password'
  check (opened_with in ('password', 'code', 'recovery-code'));
alter table sessions add column confirmed_at timestamptz;
