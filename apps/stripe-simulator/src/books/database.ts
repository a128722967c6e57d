import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const tables = `
  create table if not exists settings (name text primary key, value text not null) strict;

  create table if not exists objects (
    position integer primary key autoincrement,
    id text not null unique,
    kind text not null,
    account text not null,
    created integer not null,
    document text not null,
    memo text not null default '{}'
  ) strict;
  create index if not exists objects_in_order on objects (kind, account, position);
  create index if not exists objects_by_charge on objects (kind, json_extract(document, '$.charge'));
  create index if not exists objects_by_intent on objects (kind, json_extract(document, '$.payment_intent'));
  create index if not exists objects_by_source on objects (kind, json_extract(document, '$.source'));
  create index if not exists objects_by_source_transaction on objects (kind, json_extract(document, '$.source_transaction'));
  create index if not exists objects_by_transfer on objects (kind, json_extract(document, '$.transfer'));

  -- What each balance transaction does to a balance, and from when it can be spent.
  create table if not exists movements (
    id text primary key,
    account text not null,
    currency text not null,
    net integer not null,
    available_on integer not null
  ) strict;
  create index if not exists movements_by_account on movements (account, currency);

  create table if not exists answers (
    account text not null,
    idempotency_key text not null,
    request text not null,
    status integer not null,
    body text not null,
    created integer not null,
    primary key (account, idempotency_key)
  ) strict;
  create index if not exists answers_by_age on answers (created);

  create table if not exists deliveries (
    position integer primary key autoincrement,
    event text not null,
    endpoint text not null,
    due_ms integer,
    attempts integer not null default 0,
    last_status integer,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'given-up'))
  ) strict;
  create index if not exists deliveries_due on deliveries (state, due_ms);
  create index if not exists deliveries_of_event on deliveries (event, state);

  create table if not exists alarms (
    position integer primary key autoincrement,
    due integer not null,
    purpose text not null,
    subject text not null
  ) strict;
  create index if not exists alarms_due on alarms (due);
`

/** With synchronous=FULL an answer is sent only after the disk has it: a kill loses no acknowledged charge. */
export function openBooks(dataDir: string): DatabaseSync {
  const folder = join(dataDir, 'stripe')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(folder, 'books.sqlite'))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000')
  database.exec(tables)
  return database
}

export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('begin immediate')
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

export function setting(database: DatabaseSync, name: string): string | undefined {
  const row = database.prepare('select value from settings where name = ?').get(name)
  return row ? String(row['value']) : undefined
}

export function changeSetting(database: DatabaseSync, name: string, value: string): void {
  database
    .prepare('insert into settings values (?, ?) on conflict (name) do update set value = excluded.value')
    .run(name, value)
}
