import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Processes that a run left behind: they carry its mark in their environment, or work in its folder. Kills them and fails. */
const [mark, folder] = process.argv.slice(2)
if (!existsSync('/proc/self/environ')) process.exit(0)

const left = readdirSync('/proc')
  .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  .filter((pid) => read(() => readFileSync(`/proc/${pid}/environ`, 'utf8')).includes(mark) || worksIn(pid))

for (const pid of left) {
  console.error(`Left behind: ${pid} ${read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')}`)
  process.kill(Number(pid), 'SIGKILL')
}
process.exitCode = left.length > 0 ? 1 : 0

function worksIn(pid) {
  return read(() => readlinkSync(`/proc/${pid}/cwd`)).startsWith(folder)
}

/** '' of a process that has ended meanwhile, or is not ours. */
function read(from) {
  try {
    return from()
  } catch {
    return ''
  }
}
