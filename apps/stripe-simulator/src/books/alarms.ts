import type { DatabaseSync } from 'node:sqlite'

export type Purpose = 'authorization-expires' | 'refund-succeeds' | 'refund-fails' | 'payout-arrives'
export type Alarm = { position: number; purpose: Purpose; subject: string }

export function setAlarm(db: DatabaseSync, due: number, purpose: Purpose, subject: string): void {
  db.prepare('insert into alarms (due, purpose, subject) values (?, ?, ?)').run(due, purpose, subject)
}

export function nextAlarm(db: DatabaseSync, now: number): Alarm | undefined {
  const row = db.prepare('select * from alarms where due <= ? order by due, position limit 1').get(now)
  return (
    row && { position: Number(row['position']), purpose: row['purpose'] as Purpose, subject: String(row['subject']) }
  )
}

export function clearAlarm(db: DatabaseSync, { position }: Alarm): void {
  db.prepare('delete from alarms where position = ?').run(position)
}
