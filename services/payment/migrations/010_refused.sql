-- What the operator of a market looks at: refunds that failed, and what Stripe has refused ten times.
create index refunds_refused on refunds (payment_id) where status = 'failed' or (status = 'requested' and attempt >= 10);
create index transfers_refused on transfers (payment_id) where done_at is null and attempt >= 10;
