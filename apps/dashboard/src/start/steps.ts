import type { Business } from '@buy-locals/contracts/business/shapes'

type Progress = {
  business: Pick<Business, 'status' | 'description' | 'hours' | 'photos'>
  services: readonly { active: boolean }[]
  staff: readonly { active: boolean }[]
  payee: { status: string } | undefined
  takesPayments: boolean
}

export type Step = {
  id: 'profile' | 'photos' | 'hours' | 'services' | 'staff' | 'payments' | 'publish'
  path: string
  isDone: boolean
}

/** From an empty draft to a published business, each step after those that it needs. */
export const listSteps = ({ business, services, staff, payee, takesPayments }: Progress): Step[] => [
  { id: 'profile', path: 'profile', isDone: Boolean(business.description) },
  { id: 'photos', path: 'photos', isDone: business.photos.length > 0 },
  { id: 'hours', path: 'hours', isDone: Boolean(business.hours?.weekly.length) },
  { id: 'staff', path: 'staff/new', isDone: staff.some(({ active }) => active) },
  { id: 'services', path: 'services/new', isDone: services.some(({ active }) => active) },
  ...(takesPayments ? [{ id: 'payments' as const, path: 'money', isDone: payee?.status === 'ready' }] : []),
  { id: 'publish', path: 'profile', isDone: business.status !== 'draft' },
]
