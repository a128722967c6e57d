import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

/** The content security policy allows no code made from text. zod has to know before the first schema is made. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

startTransition(() => {
  // With transitions of its own the router shows at once what is being loaded: the next press adds to it.
  hydrateRoot(document, <HydratedRouter useTransitions />)
})
