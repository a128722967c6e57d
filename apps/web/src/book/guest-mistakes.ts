import type { useT } from '../messages/site-i18n'

type Guest = { name: string; email: string; phone: string }

/** What can be seen to be wrong before anything is sent, by field. */
export function mistakesIn({ name, email, phone }: Guest, t: ReturnType<typeof useT>): Record<string, string> {
  return {
    ...(!name && { name: t('book.required') }),
    ...(!email && { email: t('book.required') }),
    ...(email && !/^\S+@\S+\.\S+$/.test(email) && { email: t('book.badEmail') }),
    ...(phone && !/^\+[1-9]\d{6,14}$/.test(phone) && { phone: t('book.badPhone') }),
  }
}
