alter table bookings add column entered_by_business boolean not null default false;
