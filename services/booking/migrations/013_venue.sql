-- Name, address and phone stay in the booking, so that whoever has booked still sees them when the business is suspended.
alter table businesses add column phone text;
alter table bookings add column venue jsonb;
update bookings set venue = jsonb_build_object('name', businesses.name, 'address', businesses.address)
  from businesses where businesses.id = bookings.business_id;
