-- Ended ones too: an export lists them, and an erasure deletes them.
create index sessions_of_person on sessions (person_id, id);
drop index sessions_person;
-- What the cleanup looks for.
create index sessions_ended on sessions (ended_at) where ended_at is not null;
