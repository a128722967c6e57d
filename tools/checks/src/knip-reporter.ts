import type { Reporter } from 'knip'

/** knip tells how many files it looked at to reporters only. */
const report: Reporter = ({ issues, counters, cwd }) => {
  const found = Object.entries(issues).flatMap(([kind, byFile]) =>
    kind === '_files'
      ? []
      : Object.values(byFile).flatMap((bySymbol) => Object.values(bySymbol).map((issue) => ({ kind, issue }))),
  )
  const wrong = found.map(
    ({ kind, issue }) => `${issue.filePath.replace(`${cwd}/`, '')}: unused or undeclared (${kind}): ${issue.symbol}`,
  )
  process.stdout.write(`${JSON.stringify({ looked: counters.processed, wrong })}\n`)
}

export default report
