import type { PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import type { Deps } from '../deps.ts'
import { withoutReason } from '../domain/notifications.ts'
import type { MailRequest } from '../jobs.ts'
import type { Message } from '../mail.ts'
import { writeCalendarFile } from '../messages/calendar-file.ts'
import { renderMail } from '../messages/render-mail.ts'
import type { Person } from '../persistence/people.ts'
import { signSubscription, unsubscribePath } from '../unsubscribe-token.ts'

export type ReadyMail = {
  id: string
  request: MailRequest
  person: Person
  address: string
  /** Whether the person has proven that the address is theirs. */
  isProven: boolean
  /** Of a guest's link. */
  token: string | undefined
  /** The name of whoever is named in it. */
  by: string | null
}

type Used = Pick<Deps, 'clock' | 'linkSecret' | 'publicUrl'>

/** A mail as it is sent, with its file for the reader's calendar. */
export function composeMail(deps: Used, mail: ReadyMail): Message {
  const { id, request, person, address, isProven, token, by } = mail
  const { personId, kind, names, link, preference, items } = request
  const about = names && by === null ? withoutReason(kind, request.about) : request.about
  const message = renderMail({
    ...{ id, ...person, to: address, kind, about: { ...(by && { by }), ...about }, items },
    verified: isProven, // who reads it elsewhere is perhaps somebody else
    link: link && deps.publicUrl + link + (token ? `#${token}` : ''),
    unsubscribe: preference && toUnsubscribeLink(deps, personId, preference),
  })
  const file = toCalendarFile(deps, mail)
  return { ...message, names, ...(file && { attachments: [file] }) }
}

function toCalendarFile({ clock, publicUrl }: Used, { request: { calendar, about }, address: to }: ReadyMail) {
  if (!calendar) return undefined
  const { business = '', service = '', address } = about
  return writeCalendarFile({
    ...{ entry: calendar, business: String(business), service: String(service), to, publicUrl },
    ...{ address: address === undefined ? undefined : String(address), at: clock().toString() },
  })
}

const toUnsubscribeLink = ({ publicUrl, linkSecret }: Used, personId: string, kind: PreferenceKind): string =>
  `${publicUrl}${unsubscribePath}/${signSubscription(linkSecret, { personId, kind })}`
