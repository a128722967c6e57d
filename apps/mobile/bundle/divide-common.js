const { createHash } = require('node:crypto')
const { basename, join } = require('node:path')

/**
 * Expo puts what any two screens share into one file, and a browser loads that, and the styles of everything, before it
 * shows anything. What the first screen has no use for comes with the first screen that has: in a file of its own, and
 * the styles beside the file that they are for. The app's own loader reads a list of both.
 */
function divideCommon(artifacts, { graph, root, idOf, isFirst }) {
  const common = artifacts.find(({ filename }) => basename(filename).startsWith('__common-'))
  if (!common || artifacts.some(({ type }) => type === 'map')) return artifacts
  const paths = common.metadata.modulePaths.toSorted((a, b) => idOf(a) - idOf(b))
  const modules = readModules(common.source, paths.map(idOf))
  const first = reach(graph, [...graph.entryPoints, ...[...graph.dependencies.keys()].filter(isFirst)])
  const part = (name, isOfIt, head, metadata) => {
    const source = [...head, ...modules.filter((_, at) => isOfIt(paths[at]))].join('\n')
    const filename = common.filename.replace(basename(common.filename), `${name}-${hash(source)}.js`)
    return { ...common, filename, source, metadata: { ...common.metadata, ...metadata, modulePaths: paths.filter(isOfIt) } } // prettier-ignore
  }
  const later = part('__later', (path) => !first.has(path), [], { isAsync: true })

  const laterStyles = artifacts.filter(
    ({ type, originFilename }) => type === 'css' && !first.has(join(root, originFilename)),
  )
  const without = []
  const styles = {}
  for (const { filename, metadata } of artifacts.filter(({ type, metadata }) => type === 'js' && metadata.isAsync)) {
    const reached = reach(graph, metadata.modulePaths)
    if (!later.metadata.modulePaths.some((path) => reached.has(path))) without.push(filename)
    const own = laterStyles.filter(({ originFilename }) => reached.has(join(root, originFilename)))
    if (own.length > 0) styles[filename] = own.map((style) => style.filename)
  }
  const manifest = JSON.stringify({ file: later.filename, without, styles })
  const before = part('__common', (path) => first.has(path), [`globalThis.__laterScreens=${manifest};`])
  const rename = (name) => (name === common.filename ? before.filename : name)
  return [
    ...artifacts.map((artifact) => {
      if (artifact === common) return before
      if (laterStyles.includes(artifact)) return { ...artifact, type: 'asset' } // what the page does not link to
      const { requires } = artifact.metadata
      return requires ? { ...artifact, metadata: { ...artifact.metadata, requires: requires.map(rename) } } : artifact
    }),
    later,
  ]
}

/** The modules of a file, in the order of their ids, as Metro writes them. */
function readModules(source, ids) {
  const modules = source.split(/\n(?=__d\()/)
  const isAsExpected = modules.length === ids.length && modules.every((module, at) => module.includes(`,${ids[at]},`))
  if (!isAsExpected) throw new Error('Metro writes files otherwise than divide-common.js reads them')
  return modules
}

/** These, and what runs before them: all that they import at once. */
function reach(graph, from) {
  const found = new Set()
  const open = [...from]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue
    found.add(path)
    for (const { absolutePath, data } of graph.dependencies.get(path)?.dependencies.values() ?? [])
      if (absolutePath && !data.data.asyncType) open.push(absolutePath)
  }
  return found
}

const hash = (text) => createHash('md5').update(text).digest('hex')

module.exports = { divideCommon }
