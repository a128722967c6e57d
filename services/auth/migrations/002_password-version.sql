-- Counts the passwords that were set anew: a sign-in that looked at an older one opens no session.
alter table people add column password_version integer not null default 1;
