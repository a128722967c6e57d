import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Installs Debian's packages of these names where they are missing and we may. Returns those that are still missing. */
export function bringPrograms(names) {
  const missing = names.filter(isMissing)
  if (missing.length === 0 || process.getuid?.() !== 0 || isMissing('apt-get')) return missing
  console.log(`Installing ${missing.join(' and ')} with apt-get …`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }
  const update = spawnSync('apt-get', ['update', '-q'], options)
  if (update.status === 0) spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', ...missing], options)
  return names.filter(isMissing)
}

function isMissing(name) {
  return !(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}
