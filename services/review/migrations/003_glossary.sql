alter table usual_ratings rename to prior_ratings;
alter index usual_ratings_pkey rename to prior_ratings_pkey;
alter table reviews rename words to text;
alter table reviews rename reply_words to reply_text;
update outbox set data = rename_keys(data, '{"words": "text"}');
update outbox set data = jsonb_set(data, '{reply}', rename_keys(data -> 'reply', '{"words": "text"}')) where data ? 'reply';
update inbox set consumer = replace(replace(replace(consumer,
    'booking.problem-reported.v1', 'booking.complaint-filed.v1'),
    'booking.problem-decided.v1', 'booking.complaint-decided.v1'),
    'booking.settled.v1', 'booking.finalized.v1')
  where consumer like 'review.booking.%';
