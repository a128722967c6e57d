import { z } from 'zod'
import { startSimulator } from './simulator.ts'

const environment = z.object({
  DATA_DIR: z.string().default('.data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  WEBHOOK_URL: z.url().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().optional(),
})

const { DATA_DIR, PORT, WEBHOOK_URL, STRIPE_WEBHOOK_SECRET, STRIPE_CONNECT_WEBHOOK_SECRET } = environment.parse(
  process.env,
)

process.umask(0o077) // whoever reads the books learns its keys

const simulator = await startSimulator({
  dataDir: DATA_DIR,
  port: PORT,
  ...(WEBHOOK_URL && { webhookUrl: WEBHOOK_URL }),
  ...(STRIPE_WEBHOOK_SECRET && { webhookSecret: STRIPE_WEBHOOK_SECRET }),
  ...(STRIPE_CONNECT_WEBHOOK_SECRET && { connectWebhookSecret: STRIPE_CONNECT_WEBHOOK_SECRET }),
}).catch((error: Error & { code?: string }) => {
  console.error(error)
  const remedy = 'bring them back from a backup: without them nobody knows what was paid'
  const failed =
    error.code === 'ERR_SQLITE_ERROR'
      ? `The books of the Stripe simulator in ${DATA_DIR}/stripe are damaged (${error.message}): ${remedy}`
      : error.message
  console.log(JSON.stringify({ failed }))
  process.exit(1)
})
console.log(JSON.stringify({ listening: simulator.url }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.close())
