import type { Reporter } from 'knip'

/** knip tells how many files it looked at to reporters only. */
const report: Reporter = ({ issues, counters, configurationHints, cwd }) => {
  const found = Object.entries(issues).flatMap(([kind, byFile]) =>
    kind === '_files'
      ? []
      : Object.values(byFile).flatMap((bySymbol) => Object.values(bySymbol).map((issue) => ({ kind, issue }))),
  )
  const wrong = found.map(
    ({ kind, issue }) => `${issue.filePath.replace(`${cwd}/`, '')}: unused or undeclared (${kind}): ${issue.symbol}`,
  )
  const hints = configurationHints.map(({ type, identifier }) => `knip.json: ${type}: ${String(identifier)}`)
  process.stdout.write(`${JSON.stringify({ looked: counters.processed, wrong: [...wrong, ...hints] })}\n`)
}

export default report
