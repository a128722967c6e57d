-- Whoever has booked with a business, once, however they booked: by mail address where there is one, else by phone number and name,
-- else by name alone. An address that nobody has verified proves nothing of an account: it is a customer of its own.
create function customer_key(id text, kind text, email text, email_verified boolean, phone text, name text) returns text
  language sql immutable return case
    when kind <> 'guest' and not email_verified then id
    when email is not null then email
    when phone is not null then phone || ' ' || lower(name)
    else ' ' || lower(name)
  end;

-- As it is compared where somebody looks for it: small letters without accents.
create function customer_fold(text text) returns text
  language sql immutable return lower(regexp_replace(normalize(text, NFKD), '[\u0300-\u036f]', '', 'g'));

create table customers (
  id text primary key,
  business_id text not null,
  key text not null,
  name text not null,
  email text,
  phone text,
  has_account boolean not null,
  sort_name text not null generated always as (left(customer_fold(name), 40)) stored,
  search_text text not null generated always as (customer_fold(name) || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')) stored,
  constraint customers_once unique (business_id, key)
);
create index customers_by_name on customers (business_id, sort_name, id);

alter table bookings add column customer_id text references customers;
create index bookings_of_customer on bookings (customer_id, start_at, id) where customer_id is not null;

-- What the business writes down about a customer.
create table customer_notes (
  id text primary key,
  customer_id text not null references customers,
  text text not null,
  written_at timestamptz not null,
  version integer not null
);
create index customer_notes_of_customer on customer_notes (customer_id, id);

-- Everybody who has booked so far, under the id of their first booking; the name is that of the account, or the latest.
with booked as (
  select b.id, b.business_id, b.created_at, p.name, p.email, p.phone, p.kind <> 'guest' as has_account,
    customer_key(p.id, p.kind, p.email, p.email_verified, p.phone, p.name) as key
  from bookings b join people p on p.id = b.consumer_id
)
insert into customers (id, business_id, key, name, email, phone, has_account)
select 'cus' || substr(min(id), 4), business_id, key,
  (array_agg(name order by has_account desc, created_at desc, id desc))[1], min(email),
  (array_agg(phone order by created_at desc, id desc) filter (where phone is not null))[1], bool_or(has_account)
from booked group by business_id, key;

update bookings b set customer_id = c.id
from people p, customers c
where p.id = b.consumer_id and c.business_id = b.business_id
  and c.key = customer_key(p.id, p.kind, p.email, p.email_verified, p.phone, p.name);
