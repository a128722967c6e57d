-- The state that a version is in: once it is known in a later one, nothing is told of it any more. Null where nothing replaces what was told.
alter table told add column state text;
-- Why a mail that was asked for will not be sent.
alter table deliveries add column not_sent text check (not_sent in ('replaced', 'no-address', 'refused', 'unanswered'));
