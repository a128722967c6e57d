-- What free starts were counted from, and when: where nothing of that has changed they are not counted again. Null where they were counted before this was kept.
alter table availability add column counted_from text, add column counted_at timestamptz;
alter table far_availability add column counted_from text, add column counted_at timestamptz;
