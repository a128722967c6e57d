-- What the business refunds in all, by its own decision, in minor units of the booking's currency.
alter table bookings add column business_refund integer check (business_refund between 0 and deposit_amount);
