import { townUrl } from './town-url.ts'
import { until } from './until.ts'

type Mail = { to: string; subject: string; text: string; at: string }

/** The newest mail to somebody whose subject begins so; mails are written a moment after what they tell of. */
export function mailTo(email: string, subject: string): Promise<Mail> {
  const inbox = `${townUrl()}/dev/inbox?to=${encodeURIComponent(email)}`
  return until(`a mail to ${email}: ${subject}`, async () => {
    const answer = await fetch(inbox, { headers: { accept: 'application/json' } })
    const { items } = (await answer.json()) as { items: Mail[] }
    return items.find((mail) => mail.subject.startsWith(subject))
  })
}

export function linkIn({ text }: Mail): URL {
  const [link] = /https?:\/\/\S+/.exec(text) ?? []
  if (!link) throw new Error(`No link in: ${text}`)
  return new URL(link)
}
