-- Whom people of a market write to or call; nobody, until its operator says so.
alter table markets
  add column contact_email text,
  add column contact_phone text,
  add check (contact_phone is null or contact_email is not null);
