import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { seedMarket, type SeededServer } from '../seed.ts'
import { startServer } from '../start-server.ts'

/** The whole server as a process that may be killed. It prints its addresses in one line, and stops when its stdin closes. */
const config = parseConfig(process.env)
const running = await startServer(config)
const file = join(config.DATA_DIR, 'seed.json')
if (!existsSync(file)) writeFileSync(file, JSON.stringify(await seedMarket(running)))
const seeded = JSON.parse(readFileSync(file, 'utf8')) as SeededServer
const { url, simulator: stripe } = running
console.log(JSON.stringify({ ...seeded, url, stripe }))
flushCompileCache() // it will be killed, and the next one starts faster
process.stdin.resume().once('close', () => void running.close().then(() => process.exit(0)))
