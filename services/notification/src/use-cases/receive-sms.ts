import { newId } from '@buy-locals/values/ids'
import { schedule } from '@buy-locals/service-kit/jobs'
import { Problem } from '@buy-locals/contracts/problem'
import type { Deps } from '../deps.ts'
import { isUsualKeyword, readKeyword, type Keyword } from '../domain/sms-keywords.ts'
import { smsNoticeJob } from '../jobs.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import * as stoppedNumbers from '../persistence/stopped-numbers.ts'
import { stopSms } from '../steps/stop-sms.ts'

type Received = {
  from: string
  text: string
  /** As which the vendor has recognized it, and replied. */
  recognized?: Keyword | undefined
}

/** STOP, START and HELP, at once; whatever else people text, nobody reads. */
export async function receiveSms(
  deps: Pick<Deps, 'db' | 'clock' | 'linkSecret' | 'sms' | 'throttle'>,
  { from, text, recognized }: Received,
): Promise<void> {
  const { db, clock, sms, linkSecret } = deps
  const keyword = recognized ?? readKeyword(text)
  if (!keyword) return
  const isReplied = sms?.repliesToKeywords && (recognized !== undefined || isUsualKeyword(text))
  const phoneHash = stoppedNumbers.hashPhone(linkSecret, from)
  const replies = !isReplied && (await isWithinLimit(deps, phoneHash))
  await db.transaction().execute(async (tx) => {
    if (keyword === 'stop') await stopSms(deps, tx, from)
    if (keyword === 'start') await stoppedNumbers.remove(tx, phoneHash)
    if (!replies) return
    const [person] = await smsNumbers.findPeople(tx, phoneHash)
    const at = clock()
    const reply = { phone: from, notice: keyword, locale: person?.locale ?? 'en-US', requestedAt: at.toString() }
    await schedule(tx, smsNoticeJob, newId('event'), at, { ...reply, ...(person && { personId: person.personId }) })
  })
}

/** Each reply is paid for. */
const repliesToNumber = { points: 10, seconds: 3_600 }

const isWithinLimit = ({ throttle }: Pick<Deps, 'throttle'>, phoneHash: string): Promise<boolean> =>
  throttle.consume('sms-replies', phoneHash, repliesToNumber).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'too-many-requests') return false
      throw error
    },
  )

/** Only with Twilio's Advanced Opt-Out does it say so. */
const optOutTypes: Record<string, Keyword> = { STOP: 'stop', START: 'start', HELP: 'help' }

/** What a phone has sent to our number, as Twilio posts it. */
export async function receiveTwilioSms(deps: Deps, path: string, body: Buffer, signature?: string): Promise<void> {
  const { From: from = '', Body: text = '', OptOutType: type = '' } = readCallback(deps, path, body, signature)
  if (from) await receiveSms(deps, { from, text, recognized: optOutTypes[type] })
}

/** What became of an SMS. They come twice, and out of order: what was delivered stays delivered. */
export async function receiveTwilioStatus(
  deps: Deps,
  {
    deliveryId,
    path,
    body,
    signature,
  }: { deliveryId: string; path: string; body: Buffer; signature?: string | undefined },
): Promise<void> {
  const { db, clock } = deps
  const { MessageStatus: status = '', ErrorCode: code, To: to } = readCallback(deps, path, body, signature)
  if (status === 'delivered') await deliveries.markDelivered(db, deliveryId, clock())
  if (status === 'failed' || status === 'undelivered') await deliveries.markUndelivered(db, deliveryId)
  if (code === '21610' && to) await db.transaction().execute((tx) => stopSms(deps, tx, to))
}

function readCallback({ sms }: Deps, path: string, body: Buffer, signature?: string): Record<string, string> {
  if (!sms?.readCallback) throw new Problem('notification/sms-off', 'No SMS are sent from here by Twilio')
  const params = sms.readCallback(path, body.toString(), signature)
  if (!params) throw new Problem('notification/signature', 'The signature does not fit')
  return params
}
