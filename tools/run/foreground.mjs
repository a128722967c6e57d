import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { root } from './install.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program to its end and hands every request to stop on to it; it prints here or to a file, and gives way to others where it is to be nice. Resolves with its exit code. */
export function foreground(command, args, env, file, niceness = 0) {
  const output = file ? openSync(file, 'a') : 'inherit'
  const { child, ended } = program(command, args, env, ['inherit', output, output])
  if (child.pid && niceness > 0) setPriority(child.pid, Math.min(getPriority() + niceness, 19))
  return ended
}

/** The same while it runs. */
export function program(command, args, env, stdio) {
  const child = spawn(command, args, { cwd: root, env, stdio })
  const pass = (signal) => {
    const hadItFromTheTerminal = signal === 'SIGINT' && process.stdin.isTTY
    if (!hadItFromTheTerminal) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  const watch = stopWithNpm(() => child.kill('SIGTERM'))
  const ended = new Promise((done) => {
    child.once('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      for (const each of signals) process.off(each, pass)
      done(code ?? (signal ? 1 : 0))
    })
  })
  return { child, ended }
}

/** Asks it to stop, and ends what does not within its patience. */
export async function stop({ child, ended }, patienceMs = 3_000) {
  child.kill('SIGTERM')
  const tooLong = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(tooLong)
}

/** npm passes no signal on when it is killed. */
function stopWithNpm(end) {
  const npm = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  return setInterval(() => {
    if (process.ppid !== npm) end()
  }, 300)
}
