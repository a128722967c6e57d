import type { Category, Shift } from '@buy-locals/contracts/business/shapes'

export type DemoService = {
  name: string
  description?: string
  minutes: number
  /** In cents. */
  price: number
  online?: true
  /** Share of the price that is paid when booking, in basis points. */
  deposit?: number
  capacity?: number
  /** Needs one of the staff; false: nobody. */
  staffed?: false
  /** Names of resources or pools it needs. */
  needs?: string[]
  step?: number
  buffer?: number
  freeUntilHours?: number
}

export type DemoBusiness = {
  name: string
  categories: [Category, ...Category[]]
  street: string
  at: [lat: number, lon: number]
  about: string
  price: 1 | 2 | 3 | 4
  hours: Shift[]
  staff?: { name: string; title?: string }[]
  resources?: { name: string; pool?: string }[]
  services: DemoService[]
}

/** `on('135', …)`: Monday, Wednesday and Friday. */
export const on = (days: string, opens: string, closes: string): Shift[] =>
  [...days].map((day) => ({ day: Number(day) as Shift['day'], opens, closes }))
