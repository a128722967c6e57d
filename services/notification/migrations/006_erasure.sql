-- Whom a notification of somebody else names, so that the name goes when that person does. Of older ones nobody knows it, so the name goes now.
alter table notifications add column names_person text;
create index notifications_naming on notifications (names_person) where names_person is not null;
update notifications set about = jsonb_set(about, '{by}', '"Former customer"') where about ? 'by';
