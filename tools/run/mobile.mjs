import { installMissing } from './install.mjs'
import { foreground } from './foreground.mjs'

const env = installMissing()
console.log(`The phone app, for simulators on this machine. It needs the server: run npm start beside it.

  i   opens it in the iOS simulator
  a   opens it in the Android emulator; before that: adb reverse tcp:4000 tcp:4000
  ?   shows what else there is

SERVER_URL=https://example.org npm run mobile   asks another server than the one at port 4000
`)
process.exitCode = await foreground(
  'npm',
  ['run', '--silent', 'start', '-w', 'apps/mobile', '--', ...process.argv.slice(2)],
  env,
)
