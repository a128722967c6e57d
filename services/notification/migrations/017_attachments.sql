-- What is attached to a mail of the demonstration: name, content type and content.
alter table dev_mails add column attachments jsonb not null default '[]';
