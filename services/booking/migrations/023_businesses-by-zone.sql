-- A new day begins for all businesses of a zone: their free starts are counted in batches by id.
create index businesses_by_zone on businesses (time_zone, id);
