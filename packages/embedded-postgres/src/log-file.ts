import { openSync, renameSync, statSync } from 'node:fs'

const mostBytes = 10 * 2 ** 20

/** For what a program prints from its start on, to be closed by the caller. A new file is begun where this one is full by then; the one before it is there until the next. */
export function openLogFile(file: string): number {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (bytes > mostBytes) renameSync(file, `${file}.before`)
  return openSync(file, 'a', 0o600)
}
