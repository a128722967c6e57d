-- When somebody first became a member: what they booked before is a customer's. Null where nobody wrote it down.
alter table memberships add column since timestamptz;
