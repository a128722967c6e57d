import { spawnSync } from 'node:child_process'

type Vendor = {
  suite: string
  /** What has to be in the environment. */
  keys: Record<string, string>
  /** What goes to somebody, who is named on the command line. */
  sends?: { what: string; to: RegExp; example: string }
}

export const vendors: Record<string, Vendor> = {
  google: {
    suite: 'services/business/test/places.test.ts',
    keys: { GOOGLE_MAPS_API_KEY: 'a key for the Geocoding API and the Places API (New)' },
  },
  cognito: {
    suite: 'services/auth/test/credentials.test.ts',
    keys: {
      COGNITO_USER_POOL_ID: 'a user pool for tests, set up as docs/running.md says',
      COGNITO_CLIENT_ID: 'its app client',
    },
  },
  s3: {
    suite: 'packages/media/test/contract.test.ts',
    keys: { VENDOR_BUCKET: 'an empty bucket for tests alone: all in it is deleted', AWS_REGION: 'where it is' },
  },
  twilio: {
    suite: 'services/notification/test/sms-contract.test.ts',
    keys: {
      TWILIO_ACCOUNT_SID: 'the account',
      TWILIO_AUTH_TOKEN: 'its token',
      TWILIO_FROM: 'a number of it, or a messaging service',
    },
    sends: { what: 'SMS', to: /^\+\d{8,15}$/, example: '+12085550123' },
  },
  ses: {
    suite: 'services/notification/test/mail-contract.test.ts',
    keys: { SES_REGION: 'where it is', MAIL_FROM: 'an address that SES has verified' },
    sends: { what: 'mails', to: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, example: 'ada@example.com' },
  },
  sns: {
    suite: 'services/notification/test/push-contract.test.ts',
    keys: { SNS_ANDROID_APPLICATION: 'a platform application of SNS', AWS_REGION: 'where it is' },
    sends: { what: 'pushes', to: /^[\w:-]{100,}$/, example: 'the token of an Android phone' },
  },
}

/** What is wrong with the command; nothing where it can be run. */
export function findFaults([name = '', recipient = '']: string[], environment: Record<string, string | undefined>) {
  const vendor = Object.hasOwn(vendors, name) ? vendors[name] : undefined
  if (!vendor) return [`Which vendor? npm run vendors -- ${Object.keys(vendors).join(' | ')}`]
  const missing = Object.entries(vendor.keys).filter(([key]) => !environment[key])
  return [
    ...missing.map(([key, what]) => `${key} is missing: ${what}`),
    ...(vendor.sends && !vendor.sends.to.test(recipient)
      ? [`${name} sends ${vendor.sends.what}: to whom? npm run vendors -- ${name} ${vendor.sends.example}`]
      : []),
  ]
}

/** The suite of the port that vitest runs on every adapter, on the vendor itself. */
function main([name = '', recipient = '']: string[]): number {
  const faults = findFaults([name, recipient], process.env)
  if (faults.length) {
    console.error(faults.join('\n'))
    return 1
  }
  const env = { ...process.env, NODE_ENV: 'test', VENDOR: name, VENDOR_RECIPIENT: recipient }
  const { status } = spawnSync('vitest', ['run', vendors[name]?.suite ?? '', '-t', 'itself'], { stdio: 'inherit', env })
  return status ?? 1
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
