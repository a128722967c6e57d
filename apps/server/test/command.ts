import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What `npm run NAME -- …` does: a program of its own with this environment and nothing else. */
export function command(name: string, args: string[], environment: Record<string, string>) {
  const program = fileURLToPath(new URL(`../src/commands/${name}.ts`, import.meta.url))
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, ...environment }
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [program, ...args], { env, timeout: 240_000 }, (error, out, err) => {
      done({ code: error ? Number(error.code ?? 1) : 0, out, err })
    })
  })
}
