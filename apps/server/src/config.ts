import { isIP } from 'node:net'
import { availableParallelism, totalmem } from 'node:os'
import { z } from 'zod'
import { password } from '@buy-locals/contracts/auth/shapes'
import { config as mail } from '@buy-locals/notification/config'
import { legalFolder } from './legal-texts.ts'
import { signingKeys } from './signing-keys.ts'
import { readConfig } from '@buy-locals/service-kit/config'

const flag = z.enum(['0', '1'])
const mostProcesses = 16

/** One for each core, as far as each has a gigabyte and a half of the machine's memory, which is in bytes: the database and the worker take the rest. */
export function suitableProcesses({ cores, memory }: { cores: number; memory: number }): number {
  const withRoom = Math.floor(memory / (1.5 * 2 ** 30))
  return Math.max(1, Math.min(cores, withRoom, mostProcesses))
}

const isOrigin = (text: string) => /^https?:/.test(text) && URL.parse(text)?.origin === text

export const environmentShape = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** What this machine does, where several share a database. */
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  /** How many processes answer people here. */
  PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostProcesses)
    .default(() =>
      suitableProcesses({ cores: availableParallelism(), memory: process.constrainedMemory() || totalmem() }),
    ),
  DATABASE_SECRET: z.string().min(32).optional(),
  SIGNING_KEYS: signingKeys.optional(),
  REALTIME_PUBLISH_TOKEN: z.string().min(32).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  STRIPE_SECRET_KEY: z.string().min(10).optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().min(10).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(10).optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(10).optional(),
  STRIPE_API_BASE: z.url().optional(),
  ...mail.shape,
  /** On a public site operators need a second factor; with this in the demonstration as well. */
  SECOND_FACTOR: z.literal('required').optional(),
  PAYMENTS: z.literal('off').optional(),
  /** As Express understands it: how many proxies stand before us, or their addresses. */
  TRUST_PROXY: z
    .string()
    .transform((text) => (/^\d{1,2}$/.test(text) ? Number(text) : text))
    .refine(isTrustable, 'how many proxies stand before this server, or their addresses: 1, or loopback, 10.0.0.0/8')
    .optional(),
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .refine((origins) => origins.every(isOrigin), 'origins with commas between, such as https://shop.example')
    .default([]),
  METRICS_TOKEN: z.string().min(16).optional(),
  TEST_CLOCK: flag.default('0'),
  DEMO: flag.default('1'),
  DEMO_PASSWORD: password.optional(),
  /** The demonstration's past: a first start takes longer with every week. */
  DEMO_WEEKS: z.coerce.number().int().min(1).max(4).default(4),
  /** A style with streets: a MapLibre style document. */
  MAP_STYLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** With it the screens show Google's map. Everybody can read it: restrict it to this site. */
  GOOGLE_MAPS_BROWSER_KEY: z.string().min(10).optional(),
  /** What the operator has written: imprint, terms, privacy. */
  LEGAL_DIR: legalFolder.optional(),
  /** Multiplies every limit on how often something may be done. */
  LIMIT_FACTOR: z.coerce.number().min(1).default(1),
  /** Apps below it must upgrade. */
  MINIMUM_APP_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.2.0')
    .default('1.0.0'),
  /** The app whose team opens links to this site on iPhones, where it is installed. */
  IOS_APP_ID: z
    .string()
    .regex(/^[A-Z\d]{10}\.[\w.-]+$/, 'the team and the app, such as ABCDE12345.app.buylocals')
    .optional(),
  /** The same on Android, with what its certificates are known by. */
  ANDROID_APP_ID: z
    .string()
    .regex(/^[a-z]\w*(\.[a-z]\w*)+$/i, 'the name of a package, such as app.buylocals')
    .optional(),
  ANDROID_CERTIFICATES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim().toUpperCase()))
    .refine(
      (all) => all.every((one) => /^([\dA-F]{2}:){31}[\dA-F]{2}$/.test(one)),
      'SHA-256 fingerprints as keytool prints them, with commas between',
    )
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

function isTrustable(proxies: number | string): boolean {
  if (typeof proxies === 'number') return true
  const named = ['loopback', 'linklocal', 'uniquelocal']
  return proxies.split(',').every((each) => named.includes(each.trim()) || isNetwork(each.trim()))
}

function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

type Environment = z.output<typeof environmentShape>
export type Config = Environment & {
  /** Demo town, demo sign-ins, dev inbox, test card form and simulator exist only here. */
  demonstration: boolean
  payments: 'stripe' | 'simulator' | 'off'
  /** The whole environment: services read their own settings from it. */
  environment: Record<string, string | undefined>
}

/** Throws with every name that is missing or malformed, before anything is started. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const read = readConfig(environmentShape, environment)
  const demonstration = read.PUBLIC_URL === undefined || isLoopback(new URL(read.PUBLIC_URL).hostname)
  const payments = read.PAYMENTS ?? (read.STRIPE_SECRET_KEY || !demonstration ? 'stripe' : 'simulator')
  const config = { ...read, demonstration, payments, environment } as const
  const faults = [
    ...(demonstration ? demonstrationFaults(config) : productionFaults(config)),
    ...stripeFaults(config),
    ...twilioFaults(config),
    ...mailEventFaults(config),
    ...machineFaults(config),
    ...androidFaults(config),
  ]
  if (faults.length)
    throw new Error(`Buy Locals does not start like this:\n${faults.map((message) => `- ${message}`).join('\n')}`)
  return config
}

function productionFaults(config: Config): string[] {
  return [
    config.SMTP_URL || config.SES_REGION
      ? ''
      : 'SMTP_URL is missing: people could not verify their address. Example: smtps://user:password@mail.example:465. Or set SES_REGION',
    config.SMTP_URL && config.SES_REGION ? 'SMTP_URL and SES_REGION are two ways to send mails: leave one out' : '',
    config.PUBLIC_URL?.startsWith('https:') && config.TRUST_PROXY === undefined
      ? 'TRUST_PROXY is missing: behind https there is a proxy, and limits would count its address. Say how many there are (1), or their addresses'
      : '',
    config.MAIL_FROM.includes('buylocals.invalid') ? 'MAIL_FROM is missing: who the mails are from' : '',
    config.TEST_CLOCK === '1' ? 'TEST_CLOCK moves time for everybody and works on a loopback address alone' : '',
    config.STRIPE_API_BASE ? 'STRIPE_API_BASE leads to a simulator, which takes no real money; leave it out' : '',
    config.STRIPE_SECRET_KEY?.startsWith('sk_test_')
      ? 'STRIPE_SECRET_KEY is a test key, which takes no real money'
      : '',
    config.DEMO_PASSWORD ? 'DEMO_PASSWORD is for the demonstration, which a public site does not have' : '',
  ].filter(Boolean)
}

/** What several machines must have in common, so that what one has issued the others accept. */
function machineFaults({ ROLE, payments, ...config }: Config): string[] {
  if (ROLE === 'all') return []
  const shared = {
    DATABASE_URL: 'the database of all machines',
    REDIS_URL: 'limits and open screens are shared there',
    PUBLIC_URL: 'every token names it',
    DATABASE_SECRET: 'the passwords of the services are derived from it',
    SIGNING_KEYS: 'every token is signed by the first of them',
    REALTIME_PUBLISH_TOKEN: 'whoever shows it may publish to open screens',
  } as const
  const names = Object.keys(shared) as (keyof typeof shared)[]
  return [
    ...names.filter((name) => !config[name]).map((name) => `${name} is missing with ROLE=${ROLE}: ${shared[name]}`),
    payments === 'simulator'
      ? `ROLE=${ROLE} takes no simulator, which belongs to one machine: set Stripe's keys or PAYMENTS=off`
      : '',
    config.TEST_CLOCK === '1' ? `TEST_CLOCK moves time on one machine alone: leave it out with ROLE=${ROLE}` : '',
  ].filter(Boolean)
}

/** Android asks for both before it opens a link in the app. */
const androidFaults = ({ ANDROID_APP_ID: app, ANDROID_CERTIFICATES: certificates }: Config): string[] =>
  Boolean(app) === Boolean(certificates)
    ? []
    : [`${app ? 'ANDROID_CERTIFICATES' : 'ANDROID_APP_ID'} is missing: links open in an app that is known by both`]

function stripeFaults({ payments, demonstration, ...config }: Config): string[] {
  if (payments !== 'stripe') return []
  const names = [
    'STRIPE_SECRET_KEY',
    'STRIPE_PUBLISHABLE_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'STRIPE_CONNECT_WEBHOOK_SECRET',
  ] as const
  const alternative = demonstration ? '' : ', or set PAYMENTS=off'
  return names.filter((name) => !config[name]).map((name) => `${name} is missing: set it${alternative}`)
}

function mailEventFaults({ demonstration, ...config }: Config): string[] {
  return [
    config.MAIL_EVENTS_TOPIC_ARN && !config.SES_REGION && !demonstration
      ? 'MAIL_EVENTS_TOPIC_ARN is where SES publishes: set SES_REGION, or leave it out'
      : '',
    config.MAIL_EVENTS_ENDPOINT && !demonstration
      ? 'MAIL_EVENTS_ENDPOINT leads to an emulator, whose signatures anybody can make; leave it out'
      : '',
  ].filter(Boolean)
}

/** Without any of them no SMS are sent, and none are offered. */
function twilioFaults({ demonstration, ...config }: Config): string[] {
  const names = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const
  const missing = names.filter((name) => !config[name])
  return [
    ...(missing.length < names.length ? missing.map((name) => `${name} is missing: SMS need all three, or none`) : []),
    config.TWILIO_API_BASE && !demonstration
      ? 'TWILIO_API_BASE leads to an emulator, which texts nobody; leave it out'
      : '',
  ].filter(Boolean)
}

/** The demonstration has passwords that are printed and mails that anyone may read. */
function demonstrationFaults({ HOST }: Config): string[] {
  return isLoopback(HOST)
    ? []
    : [`HOST=${HOST} can be reached from other machines: say under which address by PUBLIC_URL`]
}

export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '')
  if (plain === 'localhost' || plain.endsWith('.localhost') || plain === '::1') return true
  return isIP(plain) === 4 && plain.startsWith('127.')
}
