import { expect, test } from 'vitest'
import { application } from '../src/application.ts'
import { metrics } from '../src/metrics.ts'
import { createLog } from '../src/log.ts'
import { record } from '../src/outbox.ts'
import { lambdaHttp } from '../src/hosts/lambda-http.ts'
import { noteWritten, startNotes } from './support.ts'

test('an operator sees what is asked, how it went, and what is waiting', async () => {
  await using notes = await startNotes()
  const watching = metrics()
  watching.watch('review', notes.db, notes.clock)
  const log = createLog({ level: 'silent' })
  const respond = lambdaHttp(application({ services: [notes.service], log, onResponse: watching.onResponse }))
  const http = { method: 'GET', path: '', protocol: '', sourceIp: '203.0.113.7', userAgent: '' }
  const path = '/v1/notes/rev_00000000000000000000000000'
  await respond(
    { version: '2.0', rawPath: path, rawQueryString: '', headers: {}, requestContext: { http } } as never,
    {} as never,
  )
  const earlier = notes.clock().subtract({ seconds: 90 })
  await notes.db.transaction().execute((tx) => record(tx, earlier, noteWritten, 'note', 1, { noteId: 'n', text: 'w' }))
  const text = await watching.text()
  expect(text).toContain('http_responses_total{operation="readNote",method="GET",status="404"} 1')
  expect(text).toContain('http_response_seconds_count{operation="readNote"} 1')
  expect(text).toContain('outbox_waiting{service="review"} 1')
  expect(text).toContain('outbox_lag_seconds{service="review"} 90')
  expect(text).toContain('dead_letters{service="review"} 0')
  expect(text).toContain('jobs_overdue{service="review"} 1')
})
