-- What the public sees of a business's photos, in their order. It is written in the transaction that changes `photos`.
alter table businesses add column photos jsonb not null default '[]';

create table photos (
  id text primary key,
  business_id text not null references businesses (id),
  position int not null,
  status text not null check (status in ('uploading', 'processing', 'ready', 'refused')),
  alt text not null,
  refusal text,
  -- What the public sees, without the alt text.
  shown jsonb,
  -- What is stored of it, besides the original.
  files text[] not null default '{}',
  created_at timestamptz not null,
  refused_at timestamptz,
  version int not null default 1,
  constraint photos_shown check ((shown is not null) = (status = 'ready')),
  constraint photos_refused check ((refusal is not null) = (status = 'refused') and (refused_at is not null) = (status = 'refused'))
);
create index photos_of_business on photos (business_id, position, id);
create index photos_refused_at on photos (refused_at) where status = 'refused';

-- Files that nothing leads to are looked for every day.
insert into jobs (id, kind, key, run_at, payload)
values ('job_00000000000000000000000005', 'business.remove-orphans', 'all', '2000-01-01T00:00:00Z', '{}');
