import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Router } from 'express'
import { onTestFinished } from 'vitest'
import type { Upload } from '@buy-locals/contracts/business/shapes'
import { application } from '@buy-locals/service-kit/application'
import { movableClock } from '@buy-locals/service-kit/clock'
import { createLog } from '@buy-locals/service-kit/log'
import { openMedia } from '../src/open-media.ts'
import type { MediaSettings } from '../src/config.ts'
import { startBucket } from '../src/testing/bucket.ts'
import { refusalOf } from './post-policy.ts'

const secret = 'of the tests'
const log = createLog({ level: 'silent' })

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What a host has, with a server that people's browsers reach. */
async function open(settings: MediaSettings, folder: string) {
  const stored: string[] = []
  const { clock, advance } = movableClock()
  const routers: { router: Router }[] = []
  const url = await listen((req, res) => application({ services: routers, log })(req, res))
  const opened = openMedia(settings, { folder, publicUrl: url, secret, clock })
  routers.push({ router: opened.router(async (key) => void stored.push(key)) })
  return { ...opened, url, stored, clock, advance }
}

async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-media-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { ...(await open({ kind: 'disk' }, folder)), send: sendForm }
}

export async function onS3() {
  const started = await startBucket()
  onTestFinished(() => started[Symbol.asyncDispose]())
  const { admin, settings } = started
  const before = { id: process.env['AWS_ACCESS_KEY_ID'], secret: process.env['AWS_SECRET_ACCESS_KEY'] }
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'of-the-tests', AWS_SECRET_ACCESS_KEY: secret })
  onTestFinished(() => {
    for (const [name, value] of Object.entries({ AWS_ACCESS_KEY_ID: before.id, AWS_SECRET_ACCESS_KEY: before.secret }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  })
  const { MEDIA_BUCKET: bucket, AWS_REGION: region, MEDIA_ENDPOINT: endpoint } = settings
  const opened = await open({ kind: 's3', bucket, region, endpoint }, '')
  const send = async (upload: Upload, bytes: Uint8Array) => {
    const now = opened.clock().epochMilliseconds
    const status = refusalOf(secret, { fields: upload.fields, bytes: bytes.length }, now)
    return status ? new Response(null, { status }) : sendForm(upload, bytes)
  }
  return { ...opened, send, admin, bucket }
}

/** As a browser does. */
function sendForm({ url, fields }: Upload, bytes: Uint8Array): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([Buffer.from(bytes)]), 'photo.jpg')
  return fetch(url, { method: 'POST', body: form })
}

/** A bucket of AWS that is there for these tests alone, and empty. */
async function onAws() {
  const { VENDOR_BUCKET: bucket = '', AWS_REGION: region = '' } = process.env
  const opened = await open({ kind: 's3', bucket, region, endpoint: undefined }, '')
  onTestFinished(async () => {
    for await (const keys of opened.media.list()) await opened.media.remove(keys)
  })
  return { ...opened, send: sendForm }
}

/** Every storage there is. */
export const storages = {
  'files of a folder': onDisk,
  'a bucket of S3': onS3,
  ...(process.env['VENDOR'] === 's3' && { 'S3 itself': onAws }),
}
