import type { Count, MailLimits } from './mail-limits.ts'

/** Of SMS and pushes. */
export type ShortLimits = {
  smsPerNumber: number
  smsPerBusiness: number
  pushesPerPerson: number
  pushesPerBusiness: number
}

export type MessageLimits = MailLimits & ShortLimits

type Short = { channel: 'sms' | 'push'; recipient: string; businessId: string | undefined }

/** An SMS or a push is counted by whoever gets it, and by the business that it is about. */
export function countsOfShort({ channel, recipient, businessId }: Short, limits: ShortLimits): Count[] {
  const [toRecipient, ofBusiness] = {
    sms: [limits.smsPerNumber, limits.smsPerBusiness] as const,
    push: [limits.pushesPerPerson, limits.pushesPerBusiness] as const,
  }[channel]
  return [
    { name: channel, of: recipient, most: toRecipient },
    ...(businessId ? [{ name: `${channel}-business`, of: businessId, most: ofBusiness }] : []),
  ]
}
