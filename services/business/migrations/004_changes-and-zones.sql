-- What of a published business waits for the operator.
alter table businesses add column proposed jsonb;
create index businesses_proposed on businesses (market_id, id) where proposed is not null;

-- Every slug that a business has or had: an old one leads to it for ever, and nobody else gets it.
create table slugs (slug text primary key, business_id text not null references businesses);
create index slugs_business on slugs (business_id);
insert into slugs select slug, id from businesses;
create function keep_slug() returns trigger language plpgsql as $$
begin
  insert into slugs values (new.slug, new.id) on conflict (slug) do nothing;
  if not exists (select from slugs where slug = new.slug and business_id = new.id) then
    raise unique_violation using constraint = 'businesses_slug', message = 'The slug belongs to another business';
  end if;
  return null;
end $$;
create trigger keep_slug after insert or update of slug on businesses for each row execute function keep_slug();

-- PostgreSQL and Node keep zones of their own; a zone that only one of them knows fails every search that looks at the clock there.
create function knows_zone(zone text) returns boolean language plpgsql stable as $$
begin
  perform timestamptz 'epoch' at time zone zone;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;
update search_docs set time_zone = 'UTC', hours = null where not knows_zone(time_zone);
delete from search_exceptions where business_id in (
  select id from businesses where not knows_zone(time_zone));
alter table search_docs add constraint search_docs_zone_known check (knows_zone(time_zone));
