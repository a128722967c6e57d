-- Whose login it is, for the erasure of a person.
create index staff_of_person on staff (person_id) where person_id is not null;
