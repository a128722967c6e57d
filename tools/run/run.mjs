import { installMissing } from './install.mjs'
import { foreground } from './foreground.mjs'

/** What works beside a running server installs nothing that the server has no use for. */
const isForAll = process.argv[2] === '--all'
const [command, ...args] = process.argv.slice(isForAll ? 3 : 2)
process.exitCode = await foreground(command, args, installMissing(isForAll ? [] : ['apps/mobile']))
