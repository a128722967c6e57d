alter table markets rename dispute_hours to complaint_hours;
update outbox set data = rename_keys(data, '{"disputeHours": "complaintHours"}') where type = 'market.changed.v1';
update audit set
  before = rename_keys(before, '{"disputeHours": "complaintHours"}'),
  after = rename_keys(after, '{"disputeHours": "complaintHours"}');

alter table offers rename to services;
alter index offers_pkey rename to services_pkey;
alter index offers_business rename to services_business;
update inbox set consumer = 'business.services' where consumer = 'business.offers';

alter table search_docs rename words to terms;
update search_docs set labels = array_replace(labels, '~offers', '~bookable') where '~offers' = any (labels);
update search_counts set label = '~bookable', changed_in = pg_current_xact_id() where label = '~offers';
