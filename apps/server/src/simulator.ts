import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { openLogFile } from '@buy-locals/embedded-postgres/log-file'
import {
  isAlive,
  identifyProcess,
  waitUntilGone,
  type ProcessIdentity,
} from '@buy-locals/embedded-postgres/process-identity'
import { readOrCreateKeys } from '@buy-locals/stripe-simulator/keys'
import { readJsonFile, writeAtomically } from './files.ts'

export type RunningSimulator = {
  url: string
  secretKey: string
  isFound: boolean
  isAlive(): boolean
  advance(by: string): Promise<void>
  stop(): Promise<void>
  kill(): void
}

/** Without an address of ours it keeps the one it had: for a tool that looks at its books. */
type Options = { dataDir: string; webhookUrl?: string }

const runningRecord = z.object({
  url: z.string(),
  identity: z.object({ pid: z.number(), began: z.string() }),
  webhookUrl: z.string(),
})

/** Until November 2026 the identity was written under another key. */
const writtenRecord = z.preprocess(
  (written): unknown => JSON.parse(JSON.stringify(written ?? null).replace('"life":', '"identity":')),
  runningRecord,
)

/** The Stripe simulator in a process of its own, which outlives a crash of ours as Stripe would; the next start takes it up again. */
export async function startSimulatorProcess({ dataDir, webhookUrl: ownUrl }: Options): Promise<RunningSimulator> {
  const home = join(dataDir, 'stripe')
  await mkdir(home, { recursive: true, mode: 0o700 })
  const { secretKey } = readOrCreateKeys(dataDir)
  const recordFile = join(home, 'process.json')
  const left = await readRecord(recordFile)
  const webhookUrl = ownUrl ?? left?.webhookUrl ?? 'http://127.0.0.1:9/'
  if (left && isAlive(left.identity)) {
    if (left.webhookUrl === webhookUrl && (await isReachable(left.url, secretKey)))
      return runningAt(left.url, secretKey, left.identity, true)
    await end(left.identity)
  }
  const log = openLogFile(join(home, 'log'))
  const program = fileURLToPath(import.meta.resolve('@buy-locals/stripe-simulator/main'))
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['ignore', 'pipe', log],
    env: {
      ...(process.env['PATH'] && { PATH: process.env['PATH'] }),
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DATA_DIR: dataDir,
      PORT: String(portOf(left?.url)),
      WEBHOOK_URL: webhookUrl,
    },
  })
  closeSync(log)
  const url = await waitForListening(child.stdout)
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid)
  if (!identity)
    throw new Error('The Stripe simulator ended as soon as it had started; its log is in DATA_DIR/stripe/log')
  child.stdout?.destroy()
  child.unref()
  await writeAtomically(recordFile, JSON.stringify({ url, identity, webhookUrl }))
  return runningAt(url, secretKey, identity, false)
}

const runningAt = (url: string, secretKey: string, identity: ProcessIdentity, isFound: boolean): RunningSimulator => ({
  url,
  secretKey,
  isFound,
  advance: async (by) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secretKey}` }
    const moved = await fetch(`${url}/_control/clock`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ advance: by }),
    })
    if (!moved.ok) throw new Error(`The Stripe simulator did not move its clock: ${moved.status}`)
  },
  isAlive: () => isAlive(identity),
  stop: () => end(identity),
  kill: () => signal(identity, 'SIGKILL'),
})

/** Its books are safe whenever it ends. */
async function end(identity: ProcessIdentity): Promise<void> {
  signal(identity, 'SIGTERM')
  if (!(await waitUntilGone(identity, 1_500))) signal(identity, 'SIGKILL')
}

const signal = (identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL') =>
  void (isAlive(identity) && process.kill(identity.pid, name))

async function waitForListening(stdout: NodeJS.ReadableStream | null): Promise<string> {
  let text = ''
  for await (const chunk of stdout ?? []) {
    text += String(chunk)
    const line = /\{"listening".*\}/.exec(text)?.[0]
    if (line) return z.object({ listening: z.string() }).parse(JSON.parse(line)).listening
    const failed = /\{"failed".*\}/.exec(text)?.[0]
    if (failed) throw new Error(z.object({ failed: z.string() }).parse(JSON.parse(failed)).failed)
  }
  throw new Error('The Stripe simulator did not start; its log is in DATA_DIR/stripe/log')
}

const readRecord = (file: string) =>
  readJsonFile(file, writtenRecord, 'remove it, once no Stripe simulator runs on this folder')

const portOf = (url: string | undefined) => (url ? new URL(url).port : 0)

async function isReachable(url: string, secretKey: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${secretKey}` }
  return fetch(`${url}/_control/clock`, { headers, signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
