-- An invitation is accepted or withdrawn by an id of its own: a person's id would tell since when there is an account.
alter table invitations add column id text;
update invitations set id = 'inv_0' || substr(md5(person_id || business_id), 1, 25);
alter table invitations alter column id set not null;
alter table invitations add constraint invitations_id_key unique (id);

-- Of businesses, what an invitation says: kept by business.changed.
create table businesses (
  business_id text primary key,
  name text not null,
  sequence bigint not null
);
