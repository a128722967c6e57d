import type { z } from 'zod'
import { readConfig } from '@buy-locals/service-kit/config'
import type { Clock } from '@buy-locals/service-kit/clock'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { Service } from '@buy-locals/service-kit/service'
import { devInbox } from './adapters/dev-inbox.ts'
import { devPushInbox } from './adapters/dev-push.ts'
import { devSmsInbox } from './adapters/dev-sms.ts'
import { sesEvents } from './adapters/ses-events.ts'
import { sesMail } from './adapters/ses-mail.ts'
import { smtpMail } from './adapters/smtp-mail.ts'
import { snsPush } from './adapters/sns-push.ts'
import { twilioSms } from './adapters/twilio-sms.ts'
import { config } from './config.ts'
import type { Deps, Push } from './deps.ts'
import type { MessageLimits } from './domain/message-limits.ts'
import type { Mail } from './mail.ts'
import type { MailEvents } from './mail-events.ts'
import type { Database } from './persistence/database.ts'
import { notificationService } from './service.ts'
import type { PushMessages } from './push-messages.ts'
import type { TextMessages } from './sms.ts'

type Environment = Record<string, string | undefined>

export function notificationFromConfig(
  host: Host & { push: Push },
  environment: Environment,
): { service: Service; deps: Deps } {
  const settings = readConfig(config, environment)
  const { push, publicUrl } = host
  const shared = hostedDeps<Database>('notification', host)
  const sentMail = mailFrom(settings)
  const mail = sentMail ?? devInbox(shared.db, shared.clock)
  const deps = {
    ...shared,
    mail,
    mailEvents: mailEventsFrom(settings, shared.clock),
    sms: twilioFrom(settings, publicUrl) ?? (sentMail ? undefined : devSmsInbox(shared.db, shared.clock)),
    pushMessages: snsFrom(settings) ?? (sentMail ? undefined : devPushInbox(shared.db, shared.clock)),
    deviceLimit: settings.DEVICES_PER_PERSON,
    resumeLimit: settings.MAILS_PER_BOUNCED_RECIPIENT,
    codeLimits: { ofPerson: settings.SMS_CODES_PER_PERSON, toNumber: settings.SMS_CODES_PER_NUMBER },
    hasDevInbox: sentMail === undefined,
    push,
    linkSecret: `guest links ${host.databaseSecret}`,
    publicUrl,
    limits: readLimits(settings, host.limitFactor),
  }
  return { service: notificationService(deps), deps }
}

/** Undefined in the demonstration. */
function mailFrom(settings: z.output<typeof config>): Mail | undefined {
  const { SMTP_URL: url, SES_REGION: region, SES_ENDPOINT: endpoint, MAIL_FROM: from } = settings
  if (region) return sesMail({ from, connection: { region, ...(endpoint && { endpoint }) } })
  return url ? smtpMail({ url, from }) : undefined
}

function mailEventsFrom(settings: z.output<typeof config>, clock: Clock): MailEvents | undefined {
  const { MAIL_EVENTS_TOPIC_ARN: topicArn, MAIL_EVENTS_ENDPOINT: endpoint } = settings
  return topicArn ? sesEvents({ topicArn, clock, endpoint }) : undefined
}

/** What is missing of the three settings is named at the start. */
function twilioFrom(settings: z.output<typeof config>, publicUrl: string): TextMessages | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = settings
  if (!accountSid || !authToken || !from) return undefined
  return twilioSms({ accountSid, authToken, from, publicUrl, apiBase: settings.TWILIO_API_BASE })
}

/** The region is in the name of an application. */
function snsFrom(settings: z.output<typeof config>): PushMessages | undefined {
  const { SNS_IOS_APPLICATION: ios, SNS_IOS_SANDBOX_APPLICATION: sandbox, SNS_ANDROID_APPLICATION: android } = settings
  const region = (ios ?? sandbox ?? android)?.split(':')[3]
  if (region === undefined) return undefined
  const { SNS_ENDPOINT: endpoint } = settings
  return snsPush({
    applications: { ...(ios && { ios }), ...(sandbox && { 'ios-sandbox': sandbox }), ...(android && { android }) },
    connection: { region, ...(endpoint && { endpoint }) },
  })
}

const readLimits = (settings: z.output<typeof config>, factor: number): MessageLimits => ({
  links: settings.MAIL_LINKS_PER_RECIPIENT.points * factor,
  listingReports: settings.MAILS_OF_REPORTS_PER_RECIPIENT.points * factor,
  toUnproven: settings.MAILS_PER_UNPROVEN_RECIPIENT.points * factor,
  toBounced: settings.MAILS_PER_BOUNCED_RECIPIENT.points * factor,
  toProven: settings.MAILS_PER_PROVEN_RECIPIENT.points * factor,
  writtenByBusiness: settings.MAILS_TO_WRITTEN_ADDRESSES_PER_BUSINESS.points * factor,
  ofBusinessToUnproven: settings.MAILS_TO_UNPROVEN_PER_BUSINESS.points * factor,
  smsPerNumber: settings.SMS_PER_NUMBER.points * factor,
  smsPerBusiness: settings.SMS_PER_BUSINESS.points * factor,
  pushesPerPerson: settings.PUSHES_PER_PERSON.points * factor,
  pushesPerBusiness: settings.PUSHES_PER_BUSINESS.points * factor,
})
