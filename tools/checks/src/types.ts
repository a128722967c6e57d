import { run } from './command.ts'
import type { Outcome } from './outcome.ts'
import { workspacesWith } from './repository.ts'

export async function types(root: string): Promise<Outcome> {
  const { code, output } = await run(root, 'turbo', 'run', 'types', '--continue', '--output-logs=errors-only')
  const examined = Number(/Tasks:.*?(\d+) total/.exec(output)?.[1] ?? 0)
  const expected = workspacesWith(root, 'types').length
  const missed = examined < expected ? [`turbo checked ${examined} of ${expected} workspaces`] : []
  const errors = output.split('\n').filter((line) => /error TS|ERROR|Lifecycle script/.test(line))
  return {
    examined,
    unit: 'workspaces',
    wrong: code === 0 ? missed : [...missed, ...errors, `turbo ended with ${code}`],
  }
}
