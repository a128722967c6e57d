-- Time that is long over leaves the index that lets nothing overlap, which would grow for ever.
create index allocations_past on allocations (upper(during)) where live;
