import { Router } from 'express'
import { service, type Service } from '@buy-locals/service-kit/service'
import { consumers } from './consumers.ts'
import type { Deps } from './deps.ts'
import { addDevInbox } from './http/dev-inbox.ts'
import { addRoutes } from './http/routes.ts'
import { sendMails } from './mails.ts'

export function notificationService(deps: Deps): Service {
  const router = Router()
  addRoutes(router, deps)
  if (!deps.mail) addDevInbox(router, deps.db)
  return service(deps, {
    name: 'notification',
    router,
    consumers: consumers(deps),
    jobs: [sendMails(deps)],
    replay: async () => 0, // it owns no facts that others hear
  })
}
