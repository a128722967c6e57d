import { installMissing, seconds } from './install.mjs'
import { program, stop } from './foreground.mjs'

/** The phone app has a toolchain of its own, which the server has no use for. */
const env = installMissing(['apps/mobile'])
const began = performance.now()
console.log('Building what has changed …')
// The server starts meanwhile: whoever comes is told that it will open, and its database is made ready.
const server = program(
  'node',
  ['apps/server/src/main.ts', ...process.argv.slice(2)],
  { ...env, SCREENS_ARE_BEING_BUILT: '1' },
  [...['inherit', 'inherit', 'inherit'], 'ipc'],
)
const build = program('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], env, 'inherit')
let isOver = false
void server.ended.then(() => {
  isOver = true
  void stop(build) // turbo may be waiting for a task that does not end
})
const built = await build.ended
if (!isOver && built !== 0) server.child.kill('SIGTERM')
else if (!isOver) {
  console.log(`Built (${seconds(began)}). Starting …`)
  server.child.send('built', () => {})
}
const wasOver = isOver
process.exitCode = (await server.ended) || (wasOver ? 0 : built)
