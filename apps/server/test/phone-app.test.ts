import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { identifyProcess } from '@buy-locals/embedded-postgres/process-identity'
import { gateway } from '../src/gateway.ts'
import { openLifetime } from '../src/lifetime.ts'
import { listen } from '../src/listen.ts'
import { openPhoneApp, phoneAppEnds, type PhoneApp } from '../src/phone-app.ts'
import { phoneAppRouter } from '../src/phone-app-router.ts'
import { openReadiness } from '../src/readiness.ts'

const html = { headers: { accept: 'text/html' } }
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A build that starts a program of its own, and ends once `go` is there, as `go` says. */
const slowBuild = `
  const { spawn } = require('node:child_process')
  const { existsSync, readFileSync, writeFileSync } = require('node:fs')
  const folder = process.argv[2]
  const worker = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(folder + '/processes', process.pid + ' ' + worker.pid)
  setInterval(() => {
    if (!existsSync(folder + '/go')) return
    worker.kill()
    console.log('what expo says')
    process.exit(Number(readFileSync(folder + '/go', 'utf8')))
  }, 20)`

async function startApp({ isInstalled = true, tryAgainMs = 60_000 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-phone-app-'))
  await writeFile(join(folder, 'build.cjs'), slowBuild)
  const logged: unknown[] = []
  const log = { ...quiet, error: (...line: unknown[]) => void logged.push(line) }
  const packages = isInstalled ? folder : join(folder, 'nowhere')
  const lifetime = openLifetime()
  const open = () => openPhoneApp({ log, tryAgainMs, at: { program: [join(folder, 'build.cjs'), folder], packages } })
  const app = await lifetime.own(open, phoneAppEnds)
  onTestFinished(async () => {
    await lifetime.end()
    await rm(folder, { recursive: true })
  })
  const readProcesses = () =>
    readFile(join(folder, 'processes'), 'utf8').then(
      (text) => text.split(' ').map(Number),
      () => [],
    )
  /** The builder and what it started, once it has: it comes after whatever else runs. */
  const processes = async () => {
    await expect.poll(readProcesses).toHaveLength(2)
    return readProcesses()
  }
  const finish = (code: number) => writeFile(join(folder, 'go'), String(code))
  return { app, lifetime, folder, logged, processes, finish }
}

async function serve(request: PhoneApp['request'], folder: string): Promise<string> {
  const listener = await listen({ HOST: '127.0.0.1', PORT: 0 }, openReadiness([]))
  onTestFinished(listener.close)
  const guests = { stripe: false, googleMap: false, https: false, corsOrigins: [], limitFactor: 1 }
  listener.serve(
    express().use(
      gateway({ connect: [], ...guests }),
      phoneAppRouter(request, { folder, guests: ['https://bank.example'] }),
    ),
  )
  return listener.url
}

const isRunning = (pid: number) => identifyProcess(pid) !== undefined

test('the first who opens the app has it built, with what the processors have left, and everybody waits for one build', async () => {
  const { app, folder, processes, finish } = await startApp()
  expect(existsSync(join(folder, 'processes'))).toBe(false)
  expect(await Promise.all([app.request(), app.request()])).toEqual(['building', 'building'])
  const [builder = 0] = await processes()
  expect(getPriority(builder)).toBe(19)
  expect((await processes())[0]).toBe(builder)
  await finish(0)
  await expect.poll(app.request).toBe('built')
})

test('a stop in the middle of a build ends it, with all that it has started', async () => {
  for (const end of ['end', 'kill'] as const) {
    const { app, lifetime, logged, processes } = await startApp()
    expect(await app.request()).toBe('building')
    const [builder = 0, worker = 0] = await processes()
    expect([builder, worker].map(isRunning)).toEqual([true, true])
    await lifetime[end]()
    await expect.poll(() => [builder, worker].map(isRunning)).toEqual([false, false])
    expect(logged).toEqual([])
  }
})

test('a build that fails is logged with what it printed, and is tried again later', async () => {
  const { app, folder, logged, finish } = await startApp({ tryAgainMs: 0 })
  await finish(3)
  await expect.poll(app.request).toBe('failed')
  expect(JSON.stringify(logged)).toContain('what expo says')
  await rm(join(folder, 'go'))
  expect(await app.request()).toBe('building')
  await finish(0)
  await expect.poll(app.request).toBe('built')
})

test('whoever comes while it is built, or where it is not installed, is told so', async () => {
  const absent = await startApp({ isInstalled: false })
  const nowhere = await fetch(`${await serve(absent.app.request, absent.folder)}/app`, html)
  expect([nowhere.status, nowhere.headers.get('retry-after')]).toEqual([503, '60'])
  expect(await nowhere.text()).toContain('Run npm install in the folder of Buy Locals')

  const { app, folder } = await startApp()
  const url = await serve(app.request, folder)
  const page = await fetch(`${url}/app/bookings`, html)
  expect([page.status, page.headers.get('retry-after'), page.headers.get('cache-control')]).toEqual([
    503,
    '5',
    'no-store',
  ])
  expect(await page.text()).toMatch(/http-equiv="refresh".*Getting the app ready/)
  expect(await (await fetch(`${url}/app`)).json()).toMatchObject({ code: 'not-yet' })
})

test('every screen is the one page, which may be shown in a frame of ours; a file that is not there is none', async () => {
  const { app, folder, finish } = await startApp()
  await finish(0)
  await mkdir(join(folder, '_expo/static'), { recursive: true })
  await writeFile(join(folder, '_expo/static/entry-1a.js'), 'run()')
  await writeFile(
    join(folder, 'index.html'),
    '<html><head><style id="reset">a{}</style></head><body>the app</body></html>',
  )
  const url = await serve(app.request, folder)
  await expect.poll(app.request).toBe('built')
  for (const path of ['/app', '/app/', '/app/b/joes?at=1']) {
    const page = await fetch(url + path, html)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("frame-src 'self' https://bank.example")
    expect(policy).toContain("style-src 'self' 'unsafe-inline'")
    const text = await page.text()
    expect(text).toContain('/app/frame/phone-frame.js')
    expect(text).toContain('<link rel="icon" href="/icon.svg"')
  }
  const script = await fetch(`${url}/app/_expo/static/entry-1a.js`)
  expect([await script.text(), script.headers.get('cache-control')]).toEqual([
    'run()',
    'public, max-age=31536000, immutable',
  ])
  expect((await fetch(`${url}/app/frame/phone-frame.js`)).status).toBe(200)
  for (const path of ['/app/_expo/static/entry-0.js', '/app/assets/none.png', '/app/frame/none.css']) {
    const response = await fetch(url + path)
    expect([path, response.status === 200 && response.headers.get('content-type')?.includes('html')]).toEqual([
      path,
      false,
    ])
  }
})
