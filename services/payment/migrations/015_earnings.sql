-- What a business earned by the month is read from the last year alone.
create index ledger_transactions_by_time on ledger_transactions (business_id, at) where kind in ('payment', 'refund', 'refund-failed', 'dispute', 'dispute-reinstated');
