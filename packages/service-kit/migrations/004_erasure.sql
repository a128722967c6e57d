-- Who was erased. The id says no more who it was; it keeps what arrives late from bringing the person back.
create table erased_people (
  person_id text primary key,
  keep_reviews boolean not null,
  version bigint not null,
  erased_at timestamptz not null
);

-- The audit is never changed, but for this: what somebody wrote about these subjects is erased, and that it was done stays.
create function erase_audit_reasons(subjects text[]) returns void language sql security definer set search_path from current as $$
  update audit set reason = null where subject = any (subjects) and reason is not null
$$;
