-- What an operator decided last, with the reason: its owners and managers read it.
alter table businesses add column decision jsonb;
