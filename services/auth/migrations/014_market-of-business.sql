-- Whose operator may ask its owners back. The next replay has it for businesses of before.
alter table businesses add column market_id text;
update businesses set sequence = -1;
