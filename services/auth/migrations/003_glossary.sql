-- A link is mailed to an address; a cleanup deletes what is too old.
alter table links rename to email_links;
alter index links_person rename to email_links_person;

-- PostgreSQL made these names from that of the table, and keeps them when it is renamed.
do $$
declare
  named record;
begin
  for named in select conname from pg_constraint where conrelid = 'email_links'::regclass and conname like 'links\_%' loop
    execute format('alter table email_links rename constraint %I to %I', named.conname, 'email_' || named.conname);
  end loop;
end $$;

update jobs set kind = 'auth.cleanup' where kind = 'auth.forget-expired';
