-- Whom a mail to somebody else names, so that it goes when they are erased.
alter table dev_mails add column names_person text;
