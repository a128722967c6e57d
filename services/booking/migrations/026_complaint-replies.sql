-- The business answers a complaint, and can offer a refund so that nobody has to decide.
alter table bookings
  add column complaint_reply text,
  add column complaint_replied_at timestamptz,
  add column offered_share integer,
  add constraint bookings_offered_share check (offered_share between 1 and 10000),
  add constraint bookings_replied_complaint check (complaint_replied_at is null or complained_at is not null);
