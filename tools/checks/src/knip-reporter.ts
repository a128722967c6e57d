import type { Reporter } from 'knip'

/** Only a reporter learns from knip how many files it read. */
const report: Reporter = ({ issues, counters, cwd }) => {
  const found = Object.entries(issues).flatMap(([kind, byFile]) =>
    kind === '_files'
      ? []
      : Object.values(byFile).flatMap((bySymbol) => Object.values(bySymbol).map((issue) => ({ kind, issue }))),
  )
  const wrong = found.map(
    ({ kind, issue }) => `${issue.filePath.replace(`${cwd}/`, '')}: unused or undeclared (${kind}): ${issue.symbol}`,
  )
  process.stdout.write(`${JSON.stringify({ examined: counters.processed, wrong })}\n`)
}

export default report
