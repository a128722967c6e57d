import { spawn } from 'node:child_process'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { isAlive, lifeOf, untilGone, type Life } from '@buy-locals/embedded-postgres/process-life'
import { readOptionalFile, writeAtomically } from './files.ts'

export type RunningSimulator = {
  url: string
  isFound: boolean
  advance(by: string): Promise<void>
  stop(): Promise<void>
}

/** Without an address of ours it keeps the one it had: for a tool that looks at its books. */
type Wanted = { dataDir: string; webhookUrl?: string }

const noted = z.object({
  url: z.string(),
  life: z.object({ pid: z.number(), began: z.string() }),
  webhookUrl: z.string(),
})

/** The Stripe simulator in a process of its own, which outlives a crash of ours as Stripe would; the next start takes it up again. */
export async function startSimulatorProcess({ dataDir, webhookUrl: wanted }: Wanted): Promise<RunningSimulator> {
  const home = join(dataDir, 'stripe')
  await mkdir(home, { recursive: true })
  const note = join(home, 'process.json')
  const left = await readNote(note)
  const webhookUrl = wanted ?? left?.webhookUrl ?? 'http://127.0.0.1:9/'
  if (left && isAlive(left.life)) {
    if (left.webhookUrl === webhookUrl && (await answers(left.url))) return runningAt(left.url, left.life, true)
    await end(left.life)
  }
  const log = await open(join(home, 'log'), 'a', 0o600)
  const program = fileURLToPath(import.meta.resolve('@buy-locals/stripe-simulator/main'))
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['ignore', 'pipe', log.fd],
    env: {
      ...(process.env['PATH'] && { PATH: process.env['PATH'] }),
      DATA_DIR: dataDir,
      PORT: String(portOf(left?.url)),
      WEBHOOK_URL: webhookUrl,
    },
  })
  await log.close()
  const url = await listening(child.stdout)
  const life = child.pid === undefined ? undefined : lifeOf(child.pid)
  if (!life) throw new Error('The Stripe simulator ended as soon as it had started; its log is in DATA_DIR/stripe/log')
  child.stdout?.destroy()
  child.unref()
  await writeAtomically(note, JSON.stringify({ url, life, webhookUrl }))
  return runningAt(url, life, false)
}

const runningAt = (url: string, life: Life, isFound: boolean): RunningSimulator => ({
  url,
  isFound,
  advance: async (by) => {
    const headers = { 'content-type': 'application/json' }
    const moved = await fetch(`${url}/_control/clock`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ advance: by }),
    })
    if (!moved.ok) throw new Error(`The Stripe simulator did not move its clock: ${moved.status}`)
  },
  stop: () => end(life),
})

async function end(life: Life): Promise<void> {
  process.kill(life.pid, 'SIGTERM')
  if (!(await untilGone(life, 5_000))) process.kill(life.pid, 'SIGKILL')
}

async function listening(stdout: NodeJS.ReadableStream | null): Promise<string> {
  let words = ''
  for await (const chunk of stdout ?? []) {
    words += String(chunk)
    const line = /\{"listening".*\}/.exec(words)?.[0]
    if (line) return z.object({ listening: z.string() }).parse(JSON.parse(line)).listening
  }
  throw new Error('The Stripe simulator did not start; its log is in DATA_DIR/stripe/log')
}

async function readNote(file: string) {
  const words = await readOptionalFile(file)
  return words === undefined ? undefined : noted.parse(JSON.parse(words))
}

const portOf = (url: string | undefined) => (url ? new URL(url).port : 0)

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/_control/state`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
