import { installMissing, seconds } from './install.mjs'
import { foreground } from './foreground.mjs'

const env = installMissing()
const began = performance.now()
console.log('Building what has changed …')
const built = await foreground('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], env)
if (built !== 0) process.exit(built)
console.log(`Built (${seconds(began)}). Starting …`)
process.exitCode = await foreground('node', ['apps/server/src/main.ts', ...process.argv.slice(2)], env)
