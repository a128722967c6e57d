-- On the phone or at the counter: the business wrote it down, and the address with it.
alter table bookings add column entered_by_business boolean not null default false;
