alter table told rename to notified_versions;
alter index told_pkey rename to notified_versions_pkey;
alter table deliveries rename asked_at to requested_at;
alter table deliveries drop constraint deliveries_not_sent_check;
update deliveries set not_sent = 'superseded' where not_sent = 'replaced';
alter table deliveries add constraint deliveries_not_sent_check check (not_sent in ('superseded', 'no-address', 'refused', 'unanswered'));
alter table dev_mails rename words to text;

update notifications set kind = case kind when 'problem-reported' then 'complaint-filed' when 'problem-decided' then 'complaint-decided' else kind end;
update deliveries set kind = 'complaint-decided' where kind = 'problem-decided';
update jobs set payload = jsonb_set(payload, '{kind}', '"complaint-decided"') where payload ->> 'kind' = 'problem-decided';
update jobs set payload = rename_keys(payload, '{"of": "notifiedVersion"}') where kind = 'notification.mail';

update inbox set consumer = replace(replace(replace(replace(consumer,
    'notification.live.', 'notification.push.'),
    'booking.problem-reported.v1', 'booking.complaint-filed.v1'),
    'booking.problem-decided.v1', 'booking.complaint-decided.v1'),
    'booking.settled.v1', 'booking.finalized.v1');
