import { z } from 'zod'
import { run } from './command.ts'
import type { Outcome } from './outcome.ts'

const report = z.object({ examined: z.number(), wrong: z.array(z.string()) })

export async function unused(root: string): Promise<Outcome> {
  const { code, output } = await run(root, 'knip', '--no-progress', '--reporter', './tools/checks/src/knip-reporter.ts')
  const line = output.split('\n').find((each) => each.startsWith('{"examined"'))
  if (line === undefined) return { examined: 0, unit: 'files', wrong: [output] }
  const { examined, wrong } = report.parse(JSON.parse(line))
  return {
    examined,
    unit: 'files',
    wrong: code === 0 || wrong.length > 0 ? wrong : [`knip ended with ${code}: ${output}`],
  }
}
