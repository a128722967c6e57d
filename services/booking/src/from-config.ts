import { readConfig } from '@buy-locals/service-kit/config'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { Service } from '@buy-locals/service-kit/service'
import { config, type Settings } from './config.ts'
import type { HostedDeps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import { bookingService } from './service.ts'

type Environment = Record<string, string | undefined>
type BookingHost = Host & Pick<Settings, 'documents'>

export function bookingFromConfig(host: BookingHost, environment: Environment): { service: Service; deps: HostedDeps } {
  const deps = { ...hostedDeps<Database>('booking', host), settings: readSettings(host, environment) }
  return { service: bookingService(deps), deps }
}

export function readSettings(
  { publicUrl, documents, limitFactor }: Pick<BookingHost, 'publicUrl' | 'documents' | 'limitFactor'>,
  environment: Environment,
): Settings {
  const settings = readConfig(config, environment)
  const { person, address, business } = settings.holdsPer
  const { visitsPer, sessionPerAddress } = settings
  return {
    ...settings,
    publicUrl,
    documents,
    holdsPer: { person: person * limitFactor, address: address * limitFactor, business: business * limitFactor },
    visitsPer: {
      guest: visitsPer.guest * limitFactor,
      account: visitsPer.account * limitFactor,
      address: visitsPer.address * limitFactor,
    },
    sessionPerAddress: { ...sessionPerAddress, seats: sessionPerAddress.seats * limitFactor },
  }
}
