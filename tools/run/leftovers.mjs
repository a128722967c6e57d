import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { isAbsolute, sep } from 'node:path'

/**
 * Processes that a run left behind: they carry its mark in their environment, or work in its own temporary folder.
 * Ends them and fails. A mark or a folder that could mean anybody else's process is refused.
 */
const [mark = '', folder = ''] = process.argv.slice(2)
if (!/^ci-run-[0-9a-f]{32}$/.test(mark)) refuse(`"${mark}" is not the mark of a run`)
if (!isAbsolute(folder) || !folder.endsWith(`${sep}${mark}`)) refuse(`"${folder}" is not the folder of the run ${mark}`)
if (!existsSync('/proc/self/environ')) process.exit(0)

const left = readdirSync('/proc')
  .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  .filter((pid) => carriesMark(pid) || worksInFolder(pid))

for (const pid of left) {
  console.error(`Left behind: ${pid} ${read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')}`)
  process.kill(Number(pid), 'SIGKILL')
}
process.exitCode = left.length > 0 ? 1 : 0

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

function refuse(words) {
  console.error(words)
  process.exit(2)
}
