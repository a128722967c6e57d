import type { SessionStore } from './session-store'

/** The server sets and reads httpOnly cookies, which no script sees. */
export const cookieSession: SessionStore = {
  headers: () => ({}),
  refreshInput: async () => ({}),
  save: async () => {},
  clear: async () => {},
}
