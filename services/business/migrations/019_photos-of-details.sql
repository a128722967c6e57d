-- What a photo is of: the business itself, or one of its services or staff, each in an order of its own.
alter table photos add column subject text;
update photos set subject = business_id;
alter table photos alter column subject set not null;
drop index photos_of_business;
create index photos_of_subject on photos (business_id, subject, position, id);
