import { cookieNames } from '@buy-locals/contracts/cookies'
import { problems, type ProblemCode } from '@buy-locals/contracts/problem'
import type { Operation } from '@buy-locals/contracts/operation'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { chapters, type Chapter } from './chapters.ts'
import { introduction } from './introduction.ts'

const header = { etag: 'ETag', retryAfter: 'Retry-After' }

const problemDocument = z
  .looseObject({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string(), code: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

/** The API as OpenAPI 3.1, from the table of operations and nothing else. */
export const openApiDocument = () =>
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Buy Locals',
      version: '1',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/v1' }],
    tags: chapters.map(({ name }) => ({ name })),
    paths: toPaths(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: cookieNames.access },
        manageLink: { type: 'apiKey', in: 'header', name: 'x-manage-token' },
      },
    },
  })

function toPaths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {}
  for (const chapter of chapters)
    for (const op of chapter.operations) {
      const path = op.path.replaceAll(/:(\w+)/g, '{$1}')
      all[path] = { ...all[path], [op.method]: toOperationObject(op, chapter) }
    }
  return all
}

function toOperationObject(op: Operation, chapter: Chapter): ZodOpenApiOperationObject {
  const headers = requestHeaders(op)
  return {
    operationId: op.id,
    tags: [chapter.name],
    summary: op.title,
    description: `${op.summary}.`,
    security: securityOf(op),
    'x-access': op.access,
    requestParams: {
      ...(op.params && { path: op.params }),
      ...(op.query && { query: op.query as z.ZodObject }),
      ...(headers && { header: headers }),
    },
    ...(op.body && {
      requestBody: {
        required: !op.body.safeParse(undefined).success,
        content: { 'application/json': { schema: op.body } },
      },
    }),
    ...(op.raw && { requestBody: { required: true, content: { 'application/json': { schema: z.looseObject({}) } } } }),
    responses: {
      [op.status]: successResponse(op),
      ...(op.method === 'get' && op.returns && { 304: notModified }),
      ...problemResponses(op),
    },
  }
}

function requestHeaders(op: Operation): z.ZodObject | undefined {
  if (op.idempotent) {
    const key = z.string().min(8).max(255)
    return z.object({ 'Idempotency-Key': op.idempotent === 'if-sent' ? key.optional() : key })
  }
  if (op.conditional) {
    const version = z.string().meta({ description: 'The version that was read, in quotes' })
    return z.object({ 'If-Match': op.conditional === 'if-sent' ? version.optional() : version })
  }
  return undefined
}

function securityOf(op: Operation): Record<string, string[]>[] {
  const signedIn = [{ token: [] }, { cookie: [] }]
  if (op.access === 'machine') return []
  if (op.access === 'anyone') return [{}, ...signedIn]
  return op.access === 'booker' || op.access === 'party' ? [...signedIn, { manageLink: [] }] : signedIn
}

const notModified = { description: 'Nothing has changed since the ETag of `If-None-Match`' }

function successResponse(op: Operation) {
  const content = {
    ...(op.returns && { 'application/json': { schema: op.returns } }),
    ...(op.produces && { [op.produces]: { schema: z.string() } }),
  }
  const hasVersion = op.returns instanceof z.ZodObject && 'version' in op.returns.shape
  return {
    description: op.summary,
    ...(hasVersion && { headers: { [header.etag]: { schema: { type: 'string' as const } } } }),
    ...(Object.keys(content).length > 0 && { content }),
  }
}

/** The problems that an operation names, and those that come with its kind. */
function possibleProblems(op: Operation): ProblemCode[] {
  const signedIn = op.access !== 'anyone' && op.access !== 'machine'
  const codes: ProblemCode[] = [
    ...op.problems,
    'invalid-request',
    'too-many-requests',
    'upgrade-required',
    'internal',
    'unauthenticated', // an expired bearer token is refused everywhere
    'forbidden', // a demonstration refuses every page of another site, and every site one that writes
  ]
  if (op.stepUp) codes.push('auth/confirmation-needed')
  if (op.access === 'operator' || op.access === 'admin') codes.push('auth/second-factor-required')
  if (op.params) codes.push('not-found')
  if (op.params && signedIn) codes.push('not-yet') // a projection may not have it yet
  if (op.method !== 'get') codes.push('too-large', 'unsupported-media-type')
  if (op.idempotent) codes.push('idempotency/key-reused', 'idempotency/in-progress')
  if (op.conditional) codes.push('stale')
  return [...new Set(codes)]
}

function problemResponses(op: Operation) {
  const byStatus = Map.groupBy(possibleProblems(op), (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\` ${problems[code].title}`).join(' · '),
        ...((status === 429 || status === 503) && {
          headers: { [header.retryAfter]: { schema: { type: 'integer' as const } } },
        }),
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    ]),
  )
}
