import { z } from 'zod'
import { operation } from '../operation.ts'

export const readConfig = operation({
  service: 'host',
  id: 'readConfig',
  title: 'Read the client configuration',
  shared: true,
  method: 'get',
  path: '/config',
  access: 'anyone',
  throttle: 'read',
  summary: 'What a client needs to know of this server',
  status: 200,
  returns: z.object({
    realtime: z.object({ http: z.url(), ws: z.url() }),
    payments: z.object({
      mode: z.enum(['stripe', 'simulator', 'off']),
      publishableKey: z.string().optional(),
      /** Where the plainly labelled test card form confirms; absent with real payments. */
      apiBase: z.url().optional(),
    }),
    /** Without streets a map shows where towns are, and nothing around a place. */
    map: z.object({
      style: z.string(),
      hasStreets: z.boolean(),
      /** The public key of Google's map, which is shown then. */
      googleKey: z.string().optional(),
    }),
    /** Places are found by their address, not by town and ZIP code alone. */
    places: z.object({ haveAddresses: z.boolean() }),
    minimumAppVersion: z.string(),
    demonstration: z.boolean(),
  }),
  problems: [],
  cacheSeconds: 60,
})
