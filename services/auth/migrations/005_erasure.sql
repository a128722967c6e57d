-- Of a business that is on the site, somebody stays the owner. Unknown ones count as such, until the next event about them, a replayed one too.
alter table businesses add column status text;
update businesses set sequence = -1;
