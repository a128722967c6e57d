import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import siteTable from '@buy-locals/web/routes'

type Route = { path?: string; lazy?: unknown; children?: Route[] }
type Fiber = { return?: Fiber; memoizedProps?: { router?: Router } }
type Router = { routes: Route[]; state: { matches: { route: Route }[] } }

/** The pattern of the screen that an app shows, and those of every screen in its route table. */
export const readRoutes = (page: Page): Promise<{ shown: string; all: string[] }> => page.evaluate(findRoutes)

/** Runs in the page. What leads on to another address is no screen, and neither is what says that there is none. */
function findRoutes(): { shown: string; all: string[] } {
  const main = document.querySelector('main') as unknown as Record<string, Fiber>
  const key = Object.keys(main).find((name) => name.startsWith('__reactFiber')) ?? ''
  let fiber = main[key]
  while (fiber && !fiber.memoizedProps?.router) fiber = fiber.return
  const router = fiber?.memoizedProps?.router
  if (!router) throw new Error('There is no router around this page')
  const join = (...paths: (string | undefined)[]) => paths.filter(Boolean).join('/')
  const list = (routes: Route[], above: string): string[] =>
    routes.flatMap(({ path, lazy, children = [] }) => [
      ...(lazy ? [join(above, path)] : []),
      ...list(children, join(above, path)),
    ])
  return { shown: join(...router.state.matches.map(({ route }) => route.path)), all: list(router.routes, '') }
}

/** The site knows the routes of its other screens only once somebody goes there. */
export const screensOfSite = siteTable.filter(({ file }) => file.endsWith('.tsx')).map(({ path = '' }) => path)

/** The screens of operators have a table of their own, behind one route. */
export async function screensOfOperators(): Promise<string[]> {
  const file = fileURLToPath(new URL('../../apps/dashboard/src/operator/operator-page.tsx', import.meta.url))
  const source = await readFile(file, 'utf8')
  return [...source.matchAll(/<Route path="([\w/:-]+)"/g)].map(([, path = '']) => path)
}
