-- A person gets one message about an event on each channel. All until now were mails.
alter table deliveries add column channel text not null default 'mail' check (channel in ('mail'));
alter table deliveries alter column channel drop default;
alter table deliveries drop constraint deliveries_person_id_event_id_key;
alter table deliveries add constraint deliveries_once unique (person_id, event_id, channel);
