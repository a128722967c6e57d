import { dirname, join } from 'node:path'

/** The workspaces of a lock file that are to be installed. */
export const workspacesOf = ({ packages }, without) =>
  Object.values(packages).flatMap(({ link, resolved }) => (link && !without.includes(resolved) ? [resolved] : []))

/** The paths of what npm installs for these workspaces and the root, as it does: whatever is there of what a package names is needed by it. */
export function neededPaths(locked, without) {
  const { packages } = locked
  const needed = new Set()
  const visit = (path) => {
    const entry = packages[path]
    if (!entry || needed.has(path)) return
    needed.add(path)
    if (entry.link) return visit(entry.resolved)
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = entry
    for (const name of Object.keys({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...peerDependencies,
    }))
      visit(find(packages, path, name))
  }
  for (const path of ['', ...workspacesOf(locked, without)]) visit(path)
  return needed
}

/** As Node looks for it: in the nearest `node_modules` on the way up. */
function find(packages, from, name) {
  const path = join(from, 'node_modules', name)
  return path in packages || from === '' || from === '.' ? path : find(packages, dirname(from), name)
}
