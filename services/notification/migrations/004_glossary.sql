update notifications set kind = case kind when 'problem-reported' then 'complaint-filed' when 'problem-decided' then 'complaint-decided' else kind end;
update deliveries set kind = 'complaint-decided' where kind = 'problem-decided';
update jobs set payload = jsonb_set(payload, '{kind}', '"complaint-decided"') where payload ->> 'kind' = 'problem-decided';

update inbox set consumer = replace(replace(replace(consumer,
    'booking.problem-reported.v1', 'booking.complaint-filed.v1'),
    'booking.problem-decided.v1', 'booking.complaint-decided.v1'),
    'booking.settled.v1', 'booking.finalized.v1')
  where consumer like 'notification.%booking.%';
