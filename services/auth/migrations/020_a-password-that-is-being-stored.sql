-- While a new password is being stored none opens the account, and if it could not be, none does until another is.
-- What chose it: the hash of a mailed link, or a word for whatever else.
alter table people add column password_closed_by text;
