-- Every mail to a guest opens the booking it is about. Encrypted: the database alone opens nothing.
create table guest_links (
  booking_id text primary key,
  person_id text not null,
  token text not null
);
create index guest_links_of_person on guest_links (person_id);
alter table people add column is_guest boolean not null default false;
