import { Problem } from '@buy-locals/contracts/problem'
import type { SmsConsent, SmsNumber } from '@buy-locals/contracts/notification/shapes'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { codeMinutes, hashCode, maxCodeTries, newCode } from '../sms-code.ts'
import { smsNoticeJob } from '../jobs.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as people from '../persistence/people.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import { hashPhone } from '../persistence/stopped-numbers.ts'

type Result = { isOffered: boolean; sender?: string; number?: SmsNumber }

export async function readSmsNumber({ db, sms }: Pick<Deps, 'db' | 'sms'>, personId: Id<'person'>): Promise<Result> {
  const number = await smsNumbers.find(db, personId)
  return {
    isOffered: sms !== undefined,
    ...(sms?.sender && { sender: sms.sender }),
    ...(number && { number: present(number) }),
  }
}

const present = ({ phone, confirmedAt, isStopped, consentedAt, consentWording }: smsNumbers.SmsNumber): SmsNumber => ({
  ...{ phone, consentedAt: toSecond(consentedAt), consentWording },
  status: isStopped ? 'stopped' : confirmedAt ? 'active' : 'unconfirmed',
})

type Request = { personId: Id<'person'>; phone: string; consent: SmsConsent; locale: string }

/** A mistyped number is a stranger's: nothing is texted there but a code. */
export async function requestSmsNumber(deps: Deps, { personId, phone, consent, locale }: Request): Promise<Result> {
  const { db, clock, sms, throttle, codeLimits, linkSecret } = deps
  if (!sms) throw new Problem('notification/sms-off', 'No SMS are sent from here')
  const before = await smsNumbers.find(db, personId)
  if (before?.phone === phone && before.confirmedAt) return readSmsNumber(deps, personId)
  await throttle.consumeAll([
    { name: 'sms-codes', key: personId, limit: codeLimits.ofPerson },
    { name: 'sms-codes-to', key: phone, limit: codeLimits.toNumber },
  ])
  const [at, code] = [clock(), newCode()]
  await db.transaction().execute(async (tx) => {
    const codeHash = hashCode(linkSecret, personId, code)
    await smsNumbers.request(tx, { personId, phone, phoneHash: hashPhone(linkSecret, phone), consent, codeHash, at })
    if ((await smsNumbers.find(tx, personId))?.isStopped) return // it gets nothing before it has sent START
    const notice = { personId, phone, notice: 'code', code, locale, requestedAt: at.toString() } as const
    await schedule(tx, smsNoticeJob, `${personId} code`, at, notice)
  })
  return readSmsNumber(deps, personId)
}

export async function confirmSmsNumber(
  deps: Deps,
  { personId, code, locale }: { personId: Id<'person'>; code: string; locale: string },
): Promise<Result> {
  const { db, clock, linkSecret } = deps
  const at = clock()
  const confirmation = { personId, codeHash: hashCode(linkSecret, personId, code), at, maxTries: maxCodeTries }
  const isRight = await db.transaction().execute(async (tx) => {
    const confirmed = await smsNumbers.confirm(tx, { ...confirmation, since: at.subtract({ minutes: codeMinutes }) })
    const number = confirmed ? await smsNumbers.find(tx, personId) : undefined
    if (!number) return false
    const notice = { personId, phone: number.phone, notice: 'welcome', locale, requestedAt: at.toString() } as const
    await schedule(tx, smsNoticeJob, `${personId} welcome`, at, notice)
    return true
  })
  if (!isRight) throw new Problem('notification/code-wrong', 'The code is wrong, or out of date')
  return readSmsNumber(deps, personId)
}

/** And what waits to be texted there. */
export async function removeSmsNumber({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await deliveries.stopSms(tx, [personId])
    await smsNumbers.remove(tx, personId)
  })
}

/** Where the caller's own language is not kept yet. */
export async function findLocale({ db }: Pick<Deps, 'db'>, personId: string, otherwise: string): Promise<string> {
  return (await people.find(db, personId))?.locale ?? otherwise
}
