import { copyFileSync, openSync, renameSync, statSync, truncateSync } from 'node:fs'

const mostBytes = 10 * 2 ** 20

const isFull = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes

/** For what a program prints from its start on, to be closed by the caller. A new file is begun where this one is full by then; the one before it is there until the next. */
export function openLogFile(file: string): number {
  if (isFull(file)) renameSync(file, `${file}.before`)
  return openSync(file, 'a', 0o600)
}

/** The same while a program prints into it, which has no other file than this one: it goes on at its beginning. */
export function shortenLogFile(file: string): void {
  if (!isFull(file)) return
  try {
    copyFileSync(file, `${file}.before`)
  } finally {
    truncateSync(file) // also where the disk is too full for a copy
  }
}
