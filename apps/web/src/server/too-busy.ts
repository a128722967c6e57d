import type { Response } from 'express'

const seconds = 2

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>One moment · Buy Locals</title></head><body>
<h1>Very many people are here just now</h1><p>Nothing of yours is lost. Load the page again in a moment.</p></body></html>`

/** Without the site's own rendering, for which there is no time. */
export function refuseTooBusy(res: Response): void {
  res
    .status(503)
    .set({ 'cache-control': 'no-store', 'retry-after': String(seconds) })
    .type('html')
    .send(page)
}
