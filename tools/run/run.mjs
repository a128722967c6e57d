import { installMissing } from './install.mjs'
import { foreground } from './foreground.mjs'

const [command, ...args] = process.argv.slice(2)
process.exitCode = await foreground(command, args, installMissing())
