import type { Deps } from '../deps.ts'
import { codeMinutes } from '../sms-code.ts'
import type { SmsNotice } from '../jobs.ts'
import { renderNotice } from '../messages/render-sms.ts'
import { isSmsError } from '../sms.ts'
import { stopSms } from '../steps/stop-sms.ts'
import { Temporal } from 'temporal-polyfill'

/** A code, or a reply to a keyword. Where the vendor did not say that it took it, it is sent again, for as long as a code works. */
export async function sendSmsNotice(
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'linkSecret' | 'sms'>,
  id: string,
  { phone, notice, code, locale, requestedAt }: SmsNotice,
): Promise<void> {
  const { db, clock, log, sms } = deps
  const isTooOld = Temporal.Instant.from(requestedAt).until(clock()).total('minutes') > codeMinutes
  if (!sms || isTooOld) return
  await sms.send({ id, to: phone, text: renderNotice(locale, notice, code) }).catch(async (error: unknown) => {
    if (!isSmsError(error) || !error.isPermanent) throw error
    log.warn({ err: error, notice }, 'SMS given up')
    if (error.isStopped) await db.transaction().execute((tx) => stopSms(deps, tx, phone))
  })
}
