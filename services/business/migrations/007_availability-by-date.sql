-- Days that are over are found by the cleanup.
create index availability_date on availability (date);
