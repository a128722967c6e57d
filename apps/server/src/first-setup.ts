import { parseArgs } from 'node:util'
import { z } from 'zod'
import { setupFromConfig as authSetup } from '@buy-locals/auth/from-config'
import { enrollFirstAdmin, refuseSecondAdmin } from '@buy-locals/auth/use-cases/enroll-first-admin'
import { setupFromConfig as businessSetup } from '@buy-locals/business/from-config'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import { market } from '@buy-locals/contracts/business/shapes'
import { email, line, slug } from '@buy-locals/contracts/shapes'
import type { Clock } from '@buy-locals/service-kit/clock'

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

const setupOptions = z.object({
  email,
  name: line(80),
  market: line(80),
  lat: degrees(90),
  lon: degrees(180),
  'time-zone': market.shape.timeZone,
  currency: market.shape.currency,
  /** Of what is paid online, in hundredths of a percent. */
  fee: z.coerce.number().pipe(market.shape.feeBasisPoints).default(0),
  'complaint-hours': z.coerce.number().pipe(market.shape.complaintHours).default(48),
})
export type SetupOptions = z.output<typeof setupOptions>

const optionDescriptions: Record<string, string> = {
  email: 'is the mail address of the first admin',
  name: 'is the name of the first admin',
  market: 'is the name of the first town',
  lat: 'is its latitude in degrees, as 43.615',
  lon: 'is its longitude in degrees, as -116.2',
  'time-zone': 'is its zone, as America/Boise',
  currency: 'is its currency, as USD',
  fee: 'is a share of what is paid online in hundredths of a percent, as 500',
  'complaint-hours': 'is how long after a visit a complaint can be filed, as 48',
}
const example = `npm run setup -- --email ada@example.com --name "Ada Admin" --market Boise --lat 43.615 --lon -116.2 --time-zone America/Boise --currency USD`

/** Throws in words, naming all that is missing or wrong at once. */
export function readSetupOptions(args: string[]): SetupOptions {
  const options = Object.fromEntries(Object.keys(setupOptions.shape).map((name) => [name, { type: 'string' as const }]))
  const parsed = setupOptions.safeParse(parseArgs({ args: joinNegativeValues(args), options }).values)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(
    ({ path: [name = ''] }) => `- --${String(name)} ${optionDescriptions[String(name)]}`,
  )
  throw new Error(
    `The first admin and the first market need more, or something else:\n${faults.join('\n')}\n\nExample: ${example}`,
  )
}

/** `--lon -116.2`, which would be taken for an option, as `--lon=-116.2`. */
const joinNegativeValues = (args: string[]): string[] =>
  args.flatMap((arg, n) => (/^-\d/.test(args[n + 1] ?? '') ? [`${arg}=${args[n + 1]}`] : /^-\d/.test(arg) ? [] : [arg]))

type Options = { databaseUrl: string; databaseSecret: string; clock: Clock }

/** The first admin, by the token of a one-time link, and the first market. Once: whoever is admin can do the rest. */
export async function setUp(database: Options, options: SetupOptions): Promise<{ token: string; slug: string }> {
  const auth = authSetup(database)
  const business = businessSetup(database)
  try {
    await refuseSecondAdmin(auth, options.email)
    const { lat, lon, fee, 'time-zone': timeZone, currency } = options
    const { slug } = await ensureMarket(business, {
      ...{ slug: slugOf(options.market), name: options.market, location: { lat, lon }, timeZone, currency },
      ...{ feeBasisPoints: fee, complaintHours: options['complaint-hours'] },
    })
    return { token: await enrollFirstAdmin(auth, options), slug }
  } finally {
    await auth.db.destroy()
    await business.db.destroy()
  }
}

const slugOf = (name: string): string =>
  slug.parse(name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'market') // prettier-ignore
