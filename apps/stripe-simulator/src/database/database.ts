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
    internal text not null default '{}'
  ) strict;
  create index if not exists objects_in_order on objects (kind, account, position);
  create index if not exists objects_by_charge on objects (kind, json_extract(document, '$.charge'));
  create index if not exists objects_by_intent on objects (kind, json_extract(document, '$.payment_intent'));
  create index if not exists objects_by_source on objects (kind, json_extract(document, '$.source'));
  create index if not exists objects_by_source_transaction on objects (kind, json_extract(document, '$.source_transaction'));
  create index if not exists objects_by_transfer on objects (kind, json_extract(document, '$.transfer'));

  -- What each balance transaction does to a balance, and from when the money is available.
  create table if not exists balance_changes (
    id text primary key,
    account text not null,
    currency text not null,
    net integer not null,
    available_on integer not null
  ) strict;
  create index if not exists balance_changes_by_account on balance_changes (account, currency);

  create table if not exists idempotency_keys (
    account text not null,
    key text not null,
    request_hash text not null,
    status integer not null,
    body text not null,
    created integer not null,
    primary key (account, key)
  ) strict;
  create index if not exists idempotency_keys_by_age on idempotency_keys (created);

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

  create table if not exists jobs (
    position integer primary key autoincrement,
    due integer not null,
    kind text not null,
    subject text not null
  ) strict;
  create index if not exists jobs_due on jobs (due);
`

/** The names that earlier versions gave to tables and columns. */
const renames = `
  drop index if exists movements_by_account;
  drop index if exists answers_by_age;
  drop index if exists alarms_due;
  alter table movements rename to balance_changes;
  alter table answers rename to idempotency_keys;
  alter table idempotency_keys rename column idempotency_key to key;
  alter table idempotency_keys rename column request to request_hash;
  alter table alarms rename to jobs;
  alter table jobs rename column purpose to kind;
  alter table objects rename column memo to internal;
`

/** With synchronous=FULL a response is sent only after the disk has it: a kill loses no acknowledged charge. */
export function openDatabase(dataDir: string): DatabaseSync {
  const folder = join(dataDir, 'stripe')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(folder, 'books.sqlite'))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000')
  inTransaction(database, () => {
    if (hasTable(database, 'movements')) database.exec(renames)
    database.exec(tables)
  })
  return database
}

const hasTable = (database: DatabaseSync, name: string) =>
  database.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(name) !== undefined

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
