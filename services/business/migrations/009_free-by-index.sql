-- Whether a business is free on a day is read from indexes alone: a search asks it of every business of an area.
drop index availability_business;
create index availability_business on availability (business_id, date) include (service_id) where free_starts > 0;
create index services_inactive on services (service_id) where not active;
