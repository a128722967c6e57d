import type { DatabaseSync } from 'node:sqlite'

export type JobKind = 'authorization-expires' | 'refund-succeeds' | 'refund-fails' | 'payout-arrives'
/** Something that will happen to an object as time passes. */
export type Job = { position: number; kind: JobKind; subject: string }

export function scheduleJob(db: DatabaseSync, due: number, kind: JobKind, subject: string): void {
  db.prepare('insert into jobs (due, kind, subject) values (?, ?, ?)').run(due, kind, subject)
}

export function nextDueJob(db: DatabaseSync, now: number): Job | undefined {
  const row = db.prepare('select * from jobs where due <= ? order by due, position limit 1').get(now)
  return row && { position: Number(row['position']), kind: row['kind'] as JobKind, subject: String(row['subject']) }
}

export function deleteJob(db: DatabaseSync, { position }: Job): void {
  db.prepare('delete from jobs where position = ?').run(position)
}
