import { pseudoLocale } from '@buy-locals/values/locale'
import { expect, test } from 'vitest'
import { bookingLines } from './booking-lines.ts'
import { complaintLines } from './complaint-lines.ts'
import { bookingTexts, complaintTexts, en } from './en.ts'
import { toPseudo } from './pseudo.ts'
import { en as pushes } from './push-en.ts'
import { renderMail } from './render-mail.ts'
import { renderPush } from './render-push.ts'
import { renderNotice, renderSms, type Notice } from './render-sms.ts'
import { en as sms } from './sms-en.ts'

/** Everything that any message shows. Letters of another script are told from those of a text. */
const all = {
  ...{
    business: 'Ботаника',
    service: 'Стрижка',
    staff: 'Ана',
    by: 'Кора',
    address: 'Третья 12',
    phone: '+12085550123',
  },
  ...{ start: '2026-11-24T16:00:00Z', previousStart: '2026-11-23T16:00:00Z', newStart: '2026-11-25T16:00:00Z' },
  ...{ payBy: '2026-11-24T15:55:00Z', decideBy: '2026-11-30T16:00:00Z', createdAt: '2026-11-01T00:00:00Z' },
  ...{ timeZone: 'America/Boise', amount: 4_500, deposit: 1_000, refund: 2_250, paid: 4_500, currency: 'USD' },
  ...{ payment: 'online', partySize: 2, freeUntilHours: 24, lateRefundShare: 5_000, noShowRefundShare: 0 },
  ...{ message: 'Болею', stars: 4, count: 3, more: 2, fault: 'closed', contact: '12', sentBy: 'consumer' },
  ...{ browser: 'Хром', system: 'Линукс', decision: 'refunded', reader: 'consumer' },
}
const { business, service, start, timeZone, currency, by, message, stars } = all
/** A free visit at the venue, with little beside. */
const few = { business, service, start, timeZone, currency, by, message, stars, amount: 0, payment: 'at-venue', count: 1, fault: 'other' } // prettier-ignore

/** What is in no bracket and is no value, name of ours or address. */
const foreignIn = (text: string) =>
  text.replaceAll(/⟦[^⟦⟧]*(?:⟧|…)/g, '').replaceAll(/https?:\S+|Buy Locals|[а-яё]+/giu, '').match(/\p{L}{2,}/gu) ?? [] // prettier-ignore

const visibleIn = (html: string) =>
  html
    .replaceAll(/<style>[^]*?<\/style>|<[^>]+>|&\S+?;/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const gaps = /undefined|null|NaN|\[object|\{\{/g

function expectOfCatalogue(text: string, name: string) {
  const faults = [...foreignIn(text), ...(text.match(gaps) ?? []), ...(text.includes('⟦') ? [] : ['no text'])]
  expect(faults.map((fault) => `${name}: ${fault}`)).toEqual([])
}

const mail = { id: 'm', to: 'a@example.com', name: 'Ада', locale: pseudoLocale, link: 'http://127.0.0.1/x', unsubscribe: 'http://127.0.0.1/u' } // prettier-ignore
const kinds = Object.keys(en.mails)

test.each(kinds)('every text of a mail of %s is of the catalogue', (kind) => {
  for (const about of [all, few])
    for (const verified of [true, false]) {
      const items = [{ kind: 'booking-new', about }, { kind: 'review-new', about }] // prettier-ignore
      const { subject, text, html } = renderMail({ ...mail, verified, kind, about, ...(kind === 'daily-digest' && { items }) }) // prettier-ignore
      for (const written of [subject, text, visibleIn(html ?? '')]) expectOfCatalogue(written, kind)
    }
})

test('every text of an SMS is of the catalogue', () => {
  for (const kind of Object.keys(sms.kinds))
    for (const about of [all, few])
      expectOfCatalogue(renderSms({ locale: pseudoLocale, kind, about, link: mail.link }), kind)
  for (const notice of Object.keys(sms.notices))
    expectOfCatalogue(renderNotice(pseudoLocale, notice as Notice, '123456'), notice)
})

test('every text of a push is of the catalogue', () => {
  for (const kind of Object.keys(pushes.kinds)) {
    const { title, text } = renderPush({ locale: pseudoLocale, kind, about: all })
    expectOfCatalogue(title, kind)
    expect(text).toMatch(/^Ботаника\n[^\n]*9:00[^\n]*$/)
    expectOfCatalogue(renderPush({ locale: pseudoLocale, kind, about: {} }).text, kind)
  }
})

test('what puts the lines of a booking and of a complaint together adds no text of its own', () => {
  const lines = bookingLines(toPseudo(bookingTexts))
  const policies = [{ freeUntilHours: 0 }, { freeUntilHours: 24, freeUntil: '12' }, { freeUntilHours: 24, noShowRefundShare: 5_000 }] // prettier-ignore
  const written = [all, few, { ...all, deposit: 4_500 }, ...policies.map((policy) => ({ ...all, ...policy }))].flatMap(
    (about) => [
      lines.what(about),
      ...[lines.place, lines.price, lines.policy, lines.refund, lines.message].flatMap((write) => write(about)),
    ],
  )
  const decisions = ['accepted', 'refunded', 'declined', 'of an earlier release'].flatMap((decision) =>
    ['consumer', 'business'].flatMap((reader) =>
      [0, 2_250, 4_500].map((refund) => ({ ...all, decision, reader, refund })),
    ),
  )
  const complaint = complaintLines(toPseudo(complaintTexts))
  const unpaid = decisions.map(({ paid: _, ...about }) => about)
  for (const line of [...written, ...decisions.flatMap(complaint), ...unpaid.flatMap(complaint)])
    expectOfCatalogue(line, line)
})
