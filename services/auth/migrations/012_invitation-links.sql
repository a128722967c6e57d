-- The link that is mailed with an invitation proves the address. Of its token only the hash is kept; earlier invitations have none.
alter table invitations add column token_hash text unique;
