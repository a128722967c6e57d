import { installMissing } from './install.mjs'
import { foreground } from './foreground.mjs'
import { isOfBundles, lanAddress, openLanGateway } from './lan-gateway.mjs'

const env = installMissing()
/** Expo refuses a port that is taken at any address: phones know the bundler by another one than its own. */
const [serverPort, metroPort, ownMetroPort] = [4000, 8081, 8082]
const address = process.env.LAN_ADDRESS ?? lanAddress()
const ownServer = process.env.SERVER_URL === undefined

/** Server and bundler listen on this machine alone. Phones reach what they need of both at one address of the network, as long as this runs. */
async function openToPhones() {
  const metro = `http://${address}:${metroPort}`
  const gateways = await Promise.all([
    openLanGateway({ address, port: metroPort, to: `http://127.0.0.1:${ownMetroPort}`, isOpen: isOfBundles }),
    ...(ownServer
      ? [openLanGateway({ address, port: serverPort, to: `http://127.0.0.1:${serverPort}`, origins: [metro] })]
      : []),
  ])
  return { env: { EXPO_PACKAGER_PROXY_URL: metro }, close: () => gateways.forEach(({ close }) => close()) }
}

const opened = address ? await openToPhones() : undefined
console.log(`The phone app, for phones in your network and simulators on this machine.
${ownServer ? 'It needs the server: run npm start beside it.\n' : ''}
  On a phone: scan the code below, in the same network${address ? ` (${address})` : ', which this machine is not in'}.
  i   opens it in the iOS simulator
  a   opens it in the Android emulator
  ?   shows what else there is

SERVER_URL=https://example.org npm run mobile   asks another server than the one at port ${serverPort}
LAN_ADDRESS=192.168.1.20 npm run mobile         is reached at that address of this machine
`)
const args = [
  'run',
  '--silent',
  'start',
  '-w',
  'apps/mobile',
  '--',
  '--port',
  String(ownMetroPort),
  ...process.argv.slice(2),
]
process.exitCode = await foreground('npm', args, { ...env, ...opened?.env })
opened?.close()
