import { readConfig } from '@buy-locals/service-kit/config'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { Service } from '@buy-locals/service-kit/service'
import { devInbox } from './adapters/dev-inbox.ts'
import { smtpMail } from './adapters/smtp-mail.ts'
import { config } from './config.ts'
import type { Deps, Push } from './deps.ts'
import type { Database } from './persistence/database.ts'
import { notificationService } from './service.ts'

type Environment = Record<string, string | undefined>

export function notificationFromConfig(
  host: Host & { push: Push },
  environment: Environment,
): { service: Service; deps: Deps } {
  const { SMTP_URL: url, MAIL_FROM: from } = readConfig(config, environment)
  const { push, publicUrl } = host
  const shared = hostedDeps<Database>('notification', host)
  const mail = url ? smtpMail({ url, from }) : devInbox(shared.db, shared.clock)
  const deps = { ...shared, mail, hasDevInbox: url === undefined, push, publicUrl }
  return { service: notificationService(deps), deps }
}
