import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { isAbsolute, join, sep } from 'node:path'

/**
 * Fails where a run left something behind: files in its own temporary folder, or processes, which carry its mark in their
 * environment or work in that folder. Processes are ended. A mark or a folder that is not one run's alone is refused.
 */
const [mark = '', folder = ''] = process.argv.slice(2)
if (!/^ci-run-[0-9a-f]{32}$/.test(mark)) refuse(`"${mark}" is not the mark of a run`)
if (!isAbsolute(folder) || !folder.endsWith(`${sep}${mark}`)) refuse(`"${folder}" is not the folder of the run ${mark}`)

const processes = existsSync('/proc/self/environ') ? readdirSync('/proc').filter(isOfTheRun) : []
for (const pid of processes) {
  console.error(`Left behind: ${pid} ${read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')}`)
  process.kill(Number(pid), 'SIGKILL')
}
/** What Playwright, Chromium and Node keep for themselves there. */
const ofOthers = /^(playwright|\.?org\.chromium|node-compile-cache)/
const files = readdirSync(folder).filter((name) => !ofOthers.test(name))
for (const name of files) console.error(`Left behind: ${join(folder, name)}`)
process.exitCode = processes.length + files.length > 0 ? 1 : 0

function isOfTheRun(pid) {
  return /^\d+$/.test(pid) && Number(pid) !== process.pid && (carriesMark(pid) || worksInFolder(pid))
}

function carriesMark(pid) {
  return read(() => readFileSync(`/proc/${pid}/environ`, 'utf8'))
    .split('\0')
    .includes(`BUY_LOCALS_CI_RUN=${mark}`)
}

function worksInFolder(pid) {
  const place = read(() => readlinkSync(`/proc/${pid}/cwd`))
  return place === folder || place.startsWith(folder + sep)
}

/** '' of a process that has ended meanwhile, or is not ours. */
function read(from) {
  try {
    return from()
  } catch {
    return ''
  }
}

function refuse(message) {
  console.error(message)
  process.exit(2)
}
