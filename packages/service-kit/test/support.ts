import { Router } from 'express'
import { z } from 'zod'
import { eventType } from '@buy-locals/contracts/event'
import { operation } from '@buy-locals/contracts/operation'
import { Problem } from '@buy-locals/contracts/problem'
import { id, newId } from '@buy-locals/values/ids'
import { consumer } from '../src/inbox.ts'
import { job, jobType, schedule } from '../src/jobs.ts'
import type { KitTables } from '../src/kit-tables.ts'
import { isMember } from '../src/memberships.ts'
import { mount } from '../src/mount.ts'
import { record } from '../src/outbox.ts'
import type { ReadCache } from '../src/read-cache.ts'
import { service, type ServiceDeps } from '../src/service.ts'
import { startService } from '../src/testing/service.ts'

type Note = { id: string; business_id: string; text: string; secret: string; version: number }
type Name = { note_id: string; name: string; version: number }
export type Database = KitTables & { notes: Note; signatures: { note_id: string; name: string }; names: Name }

const note = z.object({ id: id('review'), businessId: id('business'), text: z.string(), version: z.int() })
const common = { title: 'Something with notes', service: 'review', throttle: 'write', problems: [] } as const

export const writeNote = operation({
  ...common,
  id: 'writeNote',
  method: 'post',
  path: '/businesses/:businessId/notes',
  summary: 'Leave a note',
  access: 'staff',
  idempotent: true,
  params: z.object({ businessId: id('business') }),
  body: z.object({ text: z.string().min(1).max(200), pace: z.enum(['slow']).optional() }),
  status: 201,
  returns: note,
})
export const readNote = operation({
  ...common,
  id: 'readNote',
  method: 'get',
  path: '/notes/:noteId',
  summary: 'Read a note',
  access: 'anyone',
  shared: true,
  params: z.object({ noteId: id('review') }),
  query: z.object({ loud: z.coerce.boolean().optional() }),
  status: 200,
  returns: note,
})
export const countNotes = operation({
  ...common,
  id: 'countNotes',
  method: 'get',
  path: '/businesses/:businessId/notes',
  summary: 'How many notes there are, for members alone',
  access: 'anyone',
  shared: true,
  showsMembersMore: true,
  params: z.object({ businessId: id('business') }),
  status: 200,
  returns: z.object({ count: z.int() }),
})
export const pinNotes = operation({
  ...common,
  id: 'pinNotes',
  method: 'post',
  path: '/businesses/:businessId/pin',
  summary: 'Something sensitive',
  access: 'staff',
  sensitive: true,
  hides: true,
  params: z.object({ businessId: id('business') }),
  status: 204,
})
export const changeNote = operation({
  ...common,
  id: 'changeNote',
  method: 'patch',
  path: '/notes/:noteId',
  summary: 'Change a note',
  access: 'person',
  conditional: true,
  params: z.object({ noteId: id('review') }),
  body: z.strictObject({ text: z.string() }),
  status: 200,
  returns: note,
})
export const breakNote = operation({
  ...common,
  id: 'breakNote',
  method: 'delete',
  path: '/notes/:noteId',
  summary: 'Goes wrong',
  access: 'anyone',
  params: z.object({ noteId: id('review') }),
  query: z.object({ how: z.enum(['throw', 'response', 'cookies']) }),
  status: 200,
  returns: note,
})

export const hook = operation({
  ...common,
  id: 'hook',
  method: 'post',
  path: '/hook',
  summary: 'A vendor calls',
  access: 'machine',
  raw: true,
  status: 200,
  returns: z.object({ bytes: z.string() }),
})

export const noteWritten = eventType('note.written.v1', z.object({ noteId: z.string(), text: z.string() }))
export const signed = eventType('note.signed.v1', z.object({ noteId: z.string(), name: z.string() }))
const forget = jobType('note.forget', z.object({ noteId: z.string() }))

const present = ({ business_id, ...row }: Note) => ({ ...row, businessId: business_id }) as never

export function noteService(deps: ServiceDeps<Database>, seen: string[] = []) {
  const { db, clock } = deps
  const router = Router()
  mount(router, writeNote, deps, async ({ params, body, reply }) => {
    seen.push(body.text)
    if (body.text === 'again') throw new Problem('review/already', 'There is one')
    if (body.text === 'broken') throw new Error('the disk is full')
    if (body.text === 'too early') throw new Problem('not-yet', 'It is on its way')
    const written = await db.transaction().execute(async (tx) => {
      const row = {
        id: newId('review'),
        business_id: params.businessId,
        text: body.text,
        secret: 'of ours',
        version: 1,
      }
      await tx.insertInto('notes').values(row).execute()
      await record(tx, clock(), noteWritten, row.id, row.version, { noteId: row.id, text: row.text })
      await schedule(tx, forget, row.id, clock().add({ hours: 1 }), { noteId: row.id })
      if (body.pace === 'slow') await reply.keep(tx, present(row))
      return present(row)
    })
    if (body.text === 'crash') throw new Error('after the commit')
    return written
  })
  const find = (noteId: string) => db.selectFrom('notes').selectAll().where('id', '=', noteId).executeTakeFirst()
  mount(router, countNotes, deps, async ({ actor, params: { businessId } }) => {
    if (!(await isMember(db, actor, businessId))) return { count: 0 }
    const ofBusiness = db.selectFrom('notes').select('id').where('business_id', '=', businessId)
    return { count: (await ofBusiness.execute()).length }
  })
  mount(router, pinNotes, deps, async () => {})
  mount(router, readNote, deps, async ({ params }) => {
    const row = await find(params.noteId)
    if (!row) throw new Problem('not-found', 'No such note')
    return present(row)
  })
  mount(router, changeNote, deps, async ({ params, ifMatch, body }) => {
    const row = await find(params.noteId)
    if (!row) throw new Problem('not-found', 'No such note')
    if (row.version !== ifMatch) throw new Problem('stale', 'It is newer')
    return present({ ...row, ...body, version: row.version + 1 })
  })
  mount(router, breakNote, deps, async ({ params, query, reply }) => {
    if (query.how === 'throw') throw new Error('password=hunter2')
    if (query.how === 'response') return { text: 7 } as never
    reply.cookie('bl_access', 'one')
    reply.cookie('bl_refresh', 'two', { path: '/v1/auth' })
    return present(
      (await find(params.noteId)) ?? {
        id: params.noteId,
        business_id: newId('business'),
        text: '',
        secret: '',
        version: 3,
      },
    )
  })
  mount(router, hook, deps, async ({ body }) => ({ bytes: body.toString('base64') }))
  return service(deps, {
    name: 'review',
    router,
    publishes: [noteWritten, signed],
    consumers: [
      consumer(db, 'review.signatures', signed, async (tx, { data }) => {
        await tx.insertInto('signatures').values({ note_id: data.noteId, name: data.name }).execute()
      }),
    ],
    jobs: [
      job(forget, async ({ payload }) => {
        if (payload.noteId === 'poison') throw new Error('cannot forget')
        await db.deleteFrom('notes').where('id', '=', payload.noteId).execute()
      }),
    ],
    replay: async () => 0,
    exportPerson: async () => ({}),
    erasePerson: async ({ personId }) => {
      await db.deleteFrom('notes').where('text', '=', personId).execute()
    },
  })
}

export const startNotes = (seen: string[] = [], readCache?: ReadCache) =>
  startService<Database>({
    name: 'review',
    migrations: new URL('./migrations/', import.meta.url),
    make: (deps) =>
      noteService(
        {
          ...deps,
          allowedOrigins: ['https://ours.example'],
          minimumAppVersion: '1.2.0',
          ...(readCache && { readCache }),
        },
        seen,
      ),
  })
