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
