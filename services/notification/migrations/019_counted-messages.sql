-- SMS and pushes are counted here as well as mails.
alter table counted_mails rename to counted_messages;
alter index counted_mails_at rename to counted_messages_at;
