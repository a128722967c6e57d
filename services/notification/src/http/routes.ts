import type { Router } from 'express'
import * as api from '@buy-locals/contracts/notification/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { completePreferences, offeredChannels } from '../domain/preferences.ts'
import * as notifications from '../persistence/notifications.ts'
import { requestBookingLinks } from '../use-cases/mail-booking-links.ts'
import * as preferences from '../persistence/preferences.ts'
import { readDevices, registerDevice, removeDevice } from '../use-cases/change-devices.ts'
import { changePreferences } from '../use-cases/change-preferences.ts'
import { changeReminders, readReminders } from '../use-cases/change-reminders.ts'
import {
  confirmSmsNumber,
  findLocale,
  readSmsNumber,
  removeSmsNumber,
  requestSmsNumber,
} from '../use-cases/change-sms-number.ts'
import { readCustomerMail } from '../use-cases/read-customer-mail.ts'
import { receiveMailEvents } from '../use-cases/receive-mail-event.ts'
import { receiveTwilioSms, receiveTwilioStatus } from '../use-cases/receive-sms.ts'
import { readMailAddress, resumeMail } from '../use-cases/resume-mail.ts'
import { readSubscription, unsubscribe } from '../use-cases/unsubscribe.ts'
import { statusPath } from '../sms.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db, clock } = deps

  mount(router, api.listNotifications, deps, async ({ actor, query: { limit, cursor } }) => {
    const found = await notifications.listPage(db, actor.id, limit + 1, readIdCursor('notification', cursor))
    return { ...toPage(found, limit), unread: await notifications.countUnread(db, actor.id) }
  })

  mount(router, api.mailBookingLinks, deps, async ({ body: { email } }) => {
    await requestBookingLinks(deps, email)
    return undefined
  })

  mount(router, api.readReminders, deps, ({ params }) => readReminders(deps, params.businessId))
  mount(router, api.changeReminders, deps, ({ params, body }) => changeReminders(deps, { ...params, ...body }))
  mount(router, api.readSmsNumber, deps, ({ actor }) => readSmsNumber(deps, actor.id))
  mount(router, api.requestSmsNumber, deps, async ({ actor, body, caller }) => {
    const locale = await findLocale(deps, actor.id, caller.locale)
    return requestSmsNumber(deps, { personId: actor.id, locale, ...body })
  })
  mount(router, api.confirmSmsNumber, deps, async ({ actor, body: { code }, caller }) => {
    const locale = await findLocale(deps, actor.id, caller.locale)
    return confirmSmsNumber(deps, { personId: actor.id, code, locale })
  })
  mount(router, api.removeSmsNumber, deps, ({ actor }) => removeSmsNumber(deps, actor.id))
  mount(router, api.listDevices, deps, ({ actor }) => readDevices(deps, actor.id))
  mount(router, api.registerDevice, deps, ({ actor: { id, sessionId }, body }) =>
    registerDevice(deps, { personId: id, sessionId, ...body }),
  )
  mount(router, api.removeDevice, deps, ({ actor, params }) => removeDevice(deps, actor.id, params.deviceId))
  mount(router, api.receiveTwilioSms, deps, ({ body, caller }) =>
    receiveTwilioSms(deps, '/v1/twilio/sms', body, caller.header('x-twilio-signature')),
  )
  mount(router, api.receiveTwilioStatus, deps, ({ query: { delivery }, body, caller }) => {
    const path = `${statusPath}?delivery=${delivery}`
    return receiveTwilioStatus(deps, {
      ...{ deliveryId: delivery, path, body },
      signature: caller.header('x-twilio-signature'),
    })
  })

  mount(router, api.receiveMailEvents, deps, ({ body }) => receiveMailEvents(deps, body))
  mount(router, api.readMailAddress, deps, ({ actor }) => readMailAddress(deps, actor.id))
  mount(router, api.resumeMail, deps, ({ actor }) => resumeMail(deps, actor.id))
  mount(router, api.readCustomerMail, deps, ({ params }) => readCustomerMail(deps, params))
  mount(router, api.readSubscription, deps, ({ params }) => readSubscription(deps, params.token))
  mount(router, api.unsubscribe, deps, ({ params }) => unsubscribe(deps, params.token))

  mount(router, api.readNotificationPreferences, deps, async ({ actor }) => ({
    items: completePreferences(await preferences.ofPerson(db, actor.id), offeredChannels(deps)),
  }))
  mount(router, api.changeNotificationPreferences, deps, async ({ actor, body }) => ({
    items: await changePreferences(deps, { personId: actor.id, ...body }),
  }))
  mount(router, api.markNotificationsRead, deps, ({ actor }) => notifications.markRead(db, actor.id, clock()))
}
