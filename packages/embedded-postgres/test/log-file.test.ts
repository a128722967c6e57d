import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLogFile, shortenLogFile } from '../src/log-file.ts'

test('what a running program prints is in a file that does not grow for ever, and what it printed last is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-log-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'log')
  const log = openLogFile(file)
  const program = spawn('sh', ['-c', 'while read line; do head -c 6000000 /dev/zero; echo "$line"; done'], {
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  const print = async (line: string) => {
    program.stdin?.write(`${line}\n`)
    await expect.poll(async () => (await readFile(file)).subarray(-line.length - 1).toString()).toBe(`${line}\n`)
  }
  const sizes = async () => [(await stat(file)).size, await stat(`${file}.before`).then(({ size }) => size, () => 0)] // prettier-ignore

  await print('first')
  shortenLogFile(file)
  expect(await sizes(), 'not full').toEqual([6_000_006, 0])
  await print('second')
  shortenLogFile(file)
  expect(await sizes()).toEqual([0, 12_000_013])
  await print('third')
  expect(await sizes(), 'it goes on').toEqual([6_000_006, 12_000_013])
  program.stdin?.end()
  await once(program, 'exit')
})
