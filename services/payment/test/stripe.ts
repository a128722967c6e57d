import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'

const program = fileURLToPath(new URL('../../../apps/stripe-simulator/src/main.ts', import.meta.url))

export type RunningStripe = Awaited<ReturnType<typeof startStripe>>

let ofFile: Promise<RunningStripe> | undefined
/** One simulator for all tests of a file; `end-simulator.ts` ends it with the file. */
export const stripeOfFile = (): Promise<RunningStripe> => (ofFile ??= startStripe())

export async function endStripeOfFile(): Promise<void> {
  const started = ofFile
  ofFile = undefined
  await (await started)?.stop()
}

/** The simulator in a process of its own, with nothing in it. */
export async function startStripe() {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-payment-'))
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, DATA_DIR: dataDir }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { listening: url } = JSON.parse(line) as { listening: string }
  const keys = JSON.parse(await readFile(join(dataDir, 'stripe', 'keys.json'), 'utf8')) as Record<
    'secretKey' | 'publishableKey',
    string
  >
  const { hostname: host, port } = new URL(url)
  const sdk = new Stripe(keys.secretKey, { host, port, protocol: 'http', telemetry: false })
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await rm(dataDir, { recursive: true })
  }
  const control = async (path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${keys.secretKey}`, 'content-type': 'application/json' }
    const init = { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) }
    const response = await fetch(`${url}/_control/${path}`, init)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    ...keys,
    url,
    sdk,
    control,
    /** Until every webhook that is due has been delivered. */
    delivered: async () => {
      for (;;) {
        const { pending } = (await control('webhooks')) as { pending: number }
        if (pending === 0) return
        await setTimeout(20)
      }
    },
    /** What the owner does on the provider's pages. */
    onboard: (onboardingUrl: string) =>
      fetch(onboardingUrl, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome: 'submit' }) }),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
