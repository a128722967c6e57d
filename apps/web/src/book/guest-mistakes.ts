import type { useSay } from '../words/say'

type Guest = { name: string; email: string; phone: string }

/** What can be seen to be wrong before anything is sent, by field. */
export function mistakesIn({ name, email, phone }: Guest, say: ReturnType<typeof useSay>): Record<string, string> {
  return {
    ...(!name && { name: say('book.required') }),
    ...(!email && { email: say('book.required') }),
    ...(email && !/^\S+@\S+\.\S+$/.test(email) && { email: say('book.badEmail') }),
    ...(phone && !/^\+[1-9]\d{6,14}$/.test(phone) && { phone: say('book.badPhone') }),
  }
}
