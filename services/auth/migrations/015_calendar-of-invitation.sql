-- The calendar at the business that is the invited person's own once they join.
alter table invitations add column staff_id text;
