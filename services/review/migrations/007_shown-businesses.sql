-- The reviews of a business that is off the site are for its members and its operators.
alter table businesses add column is_published boolean not null default true;
alter table businesses alter column is_published drop default;
