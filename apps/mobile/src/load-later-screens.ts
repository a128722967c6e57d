type LoadFile = (path: string) => Promise<void>

type OfExport = {
  /** Expo's: loads a file of the export. */
  __loadBundleAsync?: LoadFile
  /** Written by bundle/divide-common.js: the file with what later screens share, the files that do without it, and the styles of others. */
  __laterScreens?: { file: string; without: readonly string[]; styles: Record<string, readonly string[]> }
}

/** A screen's file runs as soon as it is there, so what it shares with others and its styles are loaded before it. */
export function loadLaterScreens(loadStyle: LoadFile, scope: OfExport = globalThis as object) {
  const { __loadBundleAsync: load, __laterScreens: later } = scope
  if (!load || !later) return
  scope.__loadBundleAsync = async (path) => {
    const [base = '', file = ''] = path.split(/(?=_expo\/)/)
    const styles = later.styles[file] ?? []
    await Promise.all([
      !later.without.includes(file) && load(base + later.file),
      ...styles.map((style) => loadStyle(base + style)),
    ])
    await load(path)
  }
}
