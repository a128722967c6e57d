import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseConfig } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { foundationsOf, type Foundations } from '../foundations.ts'

/** The whole server as a process that may be killed. It says where it is in one line, and stops in order when nobody reads it any more. */
const config = parseConfig(process.env)
const running = await start(config)
const file = join(config.DATA_DIR, 'foundations.json')
if (!existsSync(file)) writeFileSync(file, JSON.stringify(await foundationsOf(running)))
const known = JSON.parse(readFileSync(file, 'utf8')) as Foundations
console.log(JSON.stringify({ ...known, url: running.url, stripe: running.stripeApiBase }))
process.stdin.resume().once('close', () => void running.close().then(() => process.exit(0)))
