import { closeSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { prettyFactory } from 'pino-pretty'
import { createLog, type Log } from '@buy-locals/service-kit/log'
import { ignoreMissing } from '@buy-locals/embedded-postgres/postgres-binaries'
import type { Config } from './config.ts'

const mostBytes = 10 * 2 ** 20

export type ServerLog = {
  log: Log
  /** What a start has to say is kept in `start.log`, and that of the start before beside it. */
  openFile(dataDir: string): void
  /** Another process of the same server. */
  joinFile(dataDir: string): void
  /** From now on a line goes to the terminal, readable, or into the pipe, as JSON. */
  endStart(): void
  /** Where more can be read of a start that failed. */
  file(): string | undefined
}

/** With a name where the server has several processes. While the server starts, the terminal is for what whoever started it wants to know. Libraries that print are heard in the log too. */
export function openServerLog(level: Config['LOG_LEVEL'], name?: 'primary' | 'web' | 'worker'): ServerLog {
  let early: string[] | undefined = []
  let file: { path: string; descriptor: number; bytes: number } | undefined
  const format = process.stdout.isTTY
    ? prettyFactory({ colorize: true, singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'correlationId' })
    : (line: string) => line
  const keep = (line: string) => {
    if (!file || file.bytes > mostBytes) return
    file.bytes += line.length
    writeSync(file.descriptor, file.bytes > mostBytes ? '{"msg":"This file is full"}\n' : line)
  }
  let write = (line: string) => {
    if (file) keep(line)
    else if ((early?.length ?? 0) < 1_000) early?.push(line)
  }
  const log = createLog({
    level,
    ...(name && { of: { process: name, pid: process.pid } }),
    destination: { write: (line) => write(line) },
  })
  const open = (path: string, flags: 'a' | 'w') => {
    file = { path, descriptor: openSync(path, flags, 0o600), bytes: 0 }
    early?.forEach(keep)
    early = undefined
  }
  return {
    log,
    openFile: (dataDir) => {
      const path = join(dataDir, 'start.log')
      try {
        renameSync(path, `${path}.before`)
      } catch (error) {
        ignoreMissing(error as NodeJS.ErrnoException)
      }
      open(path, 'w')
    },
    joinFile: (dataDir) => open(join(dataDir, 'start.log'), 'a'),
    endStart: () => {
      if (file) closeSync(file.descriptor)
      file = undefined
      write = writeInParts((lines) => void process.stdout.write(lines), format)
    },
    file: () => file?.path,
  }
}

/** What is logged in one turn of the event loop is written at its end, in one piece. */
function writeInParts(print: (lines: string) => void, format: (line: string) => string): (line: string) => void {
  let waiting = ''
  const flush = () => {
    const lines = waiting
    waiting = ''
    if (lines) print(lines)
  }
  process.once('exit', flush)
  return (line) => {
    if (!waiting) setImmediate(flush)
    waiting += format(line)
  }
}

/** What React, the router or Node itself prints is a line of the log like any other. */
export function logWhatIsPrinted(log: Log): void {
  const levels = { log: 'info', info: 'info', debug: 'debug', warn: 'warn', error: 'error' } as const
  for (const [name, level] of Object.entries(levels))
    console[name as keyof typeof levels] = (...printed: unknown[]) => {
      const err = printed.find((one) => one instanceof Error)
      const text = printed.filter((one) => typeof one === 'string').join(' ')
      log[level]({ ...(err && { err }), ...(text && { text: withoutQuotes(text).slice(0, 500) }) }, 'printed')
    }
  process.removeAllListeners('warning') // Node's own listener prints
  process.on('warning', (err) => log.warn({ err }, 'warning of the process'))
}

/** What a message quotes may be what somebody sent. */
const withoutQuotes = (text: string) => text.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '…')
