import type { Deps } from '../deps.ts'
import { codeMinutes } from '../sms-code.ts'
import type { SmsNotice } from '../jobs.ts'
import { renderNotice } from '../messages/render-sms.ts'
import { isSmsError } from '../sms.ts'
import { stopSms } from '../steps/stop-sms.ts'
import { Temporal } from 'temporal-polyfill'

type NoticeDue = { id: string; payload: SmsNotice; attempts: number }

/** A code, or a reply to a keyword. Where the vendor did not say that it took it, it is looked for and sent again, for as long as a code works. */
export async function sendSmsNotice(
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'linkSecret' | 'sms'>,
  { id, payload: { phone, notice, code, locale, requestedAt }, attempts }: NoticeDue,
): Promise<void> {
  const { db, clock, log, sms } = deps
  const since = Temporal.Instant.from(requestedAt)
  if (!sms || since.until(clock()).total('minutes') > codeMinutes) return
  const message = { id, to: phone, text: renderNotice(locale, notice, code) }
  if (attempts > 1 && (await sms.find?.(message, since))) return
  await sms.send(message).catch(async (error: unknown) => {
    if (!isSmsError(error) || !error.isPermanent) throw error
    log.warn({ err: error, notice }, 'SMS given up')
    if (error.isStopped) await db.transaction().execute((tx) => stopSms(deps, tx, phone))
  })
}
