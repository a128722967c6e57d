import { serverUrl } from './server-process.ts'
import { waitUntil } from './wait-until.ts'

type Mail = { to: string; subject: string; text: string; at: string }

/** The newest mail to somebody in which that stands, like the path of its link. Mails are written a moment after the event. */
export function mailTo(email: string, text: string, server = serverUrl): Promise<Mail> {
  const inbox = `${server()}/dev/inbox?to=${encodeURIComponent(email)}`
  return waitUntil(`a mail to ${email}: ${text}`, async () => {
    const response = await fetch(inbox, { headers: { accept: 'application/json' } })
    const { items } = (await response.json()) as { items: Mail[] }
    return items.find((mail) => `${mail.subject}\n${mail.text}`.includes(text))
  })
}

export function linkIn({ text }: Mail): URL {
  const [link] = /https?:\/\/\S+/.exec(text) ?? []
  if (!link) throw new Error(`No link in: ${text}`)
  return new URL(link)
}

/** The newest code that was texted to this number. */
export function codeSentTo(phone: string): Promise<string> {
  const inbox = `${serverUrl()}/dev/inbox?phone=${encodeURIComponent(phone)}`
  return waitUntil(`an SMS with a code to ${phone}`, async () => {
    const response = await fetch(inbox, { headers: { accept: 'application/json' } })
    const { sms } = (await response.json()) as { sms: { text: string }[] }
    return sms.map(({ text }) => /\d{6}/.exec(text)?.[0]).find((code) => code !== undefined)
  })
}
