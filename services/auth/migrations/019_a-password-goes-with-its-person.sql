-- So that a person can be removed first, also while a vendor that has their password does not respond.
alter table passwords
  drop constraint passwords_person_id_fkey,
  add constraint passwords_person_id_fkey foreign key (person_id) references people on delete cascade;
