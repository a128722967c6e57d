-- A no-show can be undone and objected to until the complaint window ends. Of those marked before there was one, the money has moved.
update bookings set is_final = true where status = 'no-show';
