type Row = {
  from: string
  /** What of ours it may import; paths begin at the root. Its own files always. */
  may: string[]
  /** The only npm packages it may import; without this, whatever its package.json names. */
  npm?: string[]
}

const anything = ['packages/', 'services/', 'apps/', 'tools/', 'infra/', 'e2e/']
const kitchen = ['values', 'scheduling', 'contracts', 'api-client', 'service-kit'].map((name) => `packages/${name}/`)
const screens = ['contracts', 'api-client', 'values', 'scheduling', 'ui', 'features'].map((name) => `packages/${name}/`)

export const services = ['auth', 'business', 'booking', 'payment', 'review', 'notification']

/** Who may import whom, row by row as in docs/architecture.md. */
export const law: Row[] = [
  { from: 'packages/values/', may: [], npm: ['zod', 'temporal-polyfill'] },
  { from: 'packages/scheduling/', may: ['packages/values/'], npm: ['zod', 'temporal-polyfill', 'opening_hours'] },
  { from: 'packages/contracts/', may: ['packages/values/'] },
  { from: 'packages/api-client/', may: ['packages/contracts/', 'packages/values/'] },
  { from: 'packages/ui/', may: [] },
  { from: 'packages/features/', may: screens },
  { from: 'packages/service-kit/', may: ['packages/contracts/', 'packages/values/'] },
  ...services.map((name) => ({ from: `services/${name}/`, may: kitchen })),
  ...services.map((name) => ({
    from: `services/${name}/src/domain/`,
    may: ['packages/values/', 'packages/scheduling/', 'packages/contracts/src/problem.ts'],
    npm: ['zod', 'temporal-polyfill'],
  })),
  { from: 'apps/web/', may: screens },
  { from: 'apps/dashboard/', may: screens },
  { from: 'apps/mobile/', may: screens },
  { from: 'apps/server/', may: anything },
  { from: 'apps/stripe-simulator/src/', may: [] },
  {
    from: 'apps/stripe-simulator/test/',
    may: ['apps/stripe-simulator/src/', 'packages/values/', 'services/payment/'],
  },
  { from: 'infra/', may: anything },
  { from: 'tools/', may: anything },
  { from: 'e2e/', may: anything },
]

export const ours = anything
