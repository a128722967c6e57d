-- Who a provider says somebody is. A person may come by several providers, and by each as one.
create table identities (
  issuer text not null,
  subject text not null,
  person_id text not null references people,
  provider text not null,
  email text,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (person_id, provider)
);

alter table sessions drop constraint sessions_opened_with_check;
alter table sessions add constraint sessions_opened_with_check
  check (opened_with in ('password', 'provider', 'code', 'recovery-code'));
