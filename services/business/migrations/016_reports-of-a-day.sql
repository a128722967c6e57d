-- Whether somebody has reported a page today already: its operator is told of it once a day.
create index listing_reports_of_day on listing_reports (business_id, reported_at);
drop index listing_reports_of_business;
