import { operations } from '@buy-locals/contracts/operations'
import type { Running } from '@buy-locals/server/start'

/** What the host serves besides the operations. Any other route was forgotten, or is a security hole. */
const hostRoutes = [
  'get /health/live',
  'get /health/ready',
  'get /metrics',
  'get /v1/openapi.json',
  'get /app{/*path}',
  'get /docs',
  'get /.well-known/jwks.json',
  'post /v1/auth/providers/apple/form',
  'post /event',
  'post /media/uploads',
  'get /dev/inbox',
  'post /dev/inbox/sms',
  'get /s/:code',
  'post /unsubscribe/:token',
  'post /test/clock',
]

type Layer = {
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

/** Finds every route of the application in its routers. */
export function findUnlistedRoutes(app: Running['app']): { routes: number; unlisted: string[] } {
  const listed = new Set([...hostRoutes, ...operations.map(({ method, path }) => `${method} /v1${path}`)])
  const paths = new Set([...listed].map((route) => route.split(' ')[1]))
  const routes = collectRoutes((app.router as unknown as { stack: Layer[] }).stack)
  // `all` on an operation's path only tells which methods there are.
  const unlisted = routes.filter(({ method, path }) =>
    method === '_all' ? !paths.has(path) : !listed.has(`${method} ${path}`),
  )
  return { routes: routes.length, unlisted: unlisted.map(({ method, path }) => `${method} ${path}`) }
}

function collectRoutes(stack: Layer[]): { method: string; path: string }[] {
  return stack.flatMap(({ route, handle }) => [
    ...(route ? Object.keys(route.methods).map((method) => ({ method, path: route.path })) : []),
    ...(handle.stack && !route ? collectRoutes(handle.stack) : []),
  ])
}
