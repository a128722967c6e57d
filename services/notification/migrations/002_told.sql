-- Which version of what was told of. A service that says its facts again, so that copies can be rebuilt, writes nobody a second mail.
create table told (
  subject text not null,
  version bigint not null,
  primary key (subject, version)
);
create index notifications_unread on notifications (person_id) where read_at is null;
