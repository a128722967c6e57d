/** What every cookie of ours begins with: by it a request is known to carry one. */
const prefix = 'bl_'

/** `manageLink` is a guest's proof for the bookings that were opened in this browser: `<bookingId>.<token>~…`. */
export const cookieNames = {
  access: `${prefix}access`,
  refresh: `${prefix}refresh`,
  /** A browser in which somebody has signed in before. */
  device: `${prefix}device`,
  /** What an attempt to sign in by a provider has to come back with. */
  provider: `${prefix}provider`,
  manageLink: `${prefix}manage`,
  /** The language that was chosen in this browser. */
  locale: `${prefix}locale`,
} as const

export const isOurCookie = (name: string): boolean => name.startsWith(prefix)
