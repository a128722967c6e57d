-- All that a search of an area asks, in the order of positions: rows of one town are everywhere in the table, and a page of it would be read for each.
create index search_docs_area on search_docs using gist (pos)
  include (business_id, labels, price_level, rating, bayes, lat, lon, time_zone, hours);
drop index search_docs_pos;
