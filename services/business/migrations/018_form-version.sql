-- The version of the last change to what a form shows: photos come by themselves, and an open form still fits.
alter table businesses add column form_version int not null default 1;
update businesses set form_version = version;
