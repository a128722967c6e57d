import { readdirSync, readFileSync } from 'node:fs'

/** Seconds of processor time that a process and all its descendants have used; NaN where there is no /proc. What others use of a busy machine is not in it. */
export function processorSeconds(pid: number): number {
  if (process.platform !== 'linux') return NaN
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger).flatMap(readProcess) // prettier-ignore
  const family = new Set([pid])
  let before = 0
  while (family.size > before) {
    before = family.size
    for (const { id, parent } of all) if (family.has(parent)) family.add(id)
  }
  return all.filter(({ id }) => family.has(id)).reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond
}

const ticksPerSecond = 100

function readProcess(id: number) {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, ofEnded = 0, ofEndedSystem = 0] = fields.slice(11, 15)
    return [{ id, parent: fields[1] ?? 0, ticks: user + system + ofEnded + ofEndedSystem }]
  } catch {
    return [] // it has ended since
  }
}
