import type { Transaction } from 'kysely'
import type { claimDecided, claimFiled, claimLinkRequested } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationOfClaimDecision, notificationsOfClaim } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'
import { requestMails } from '../steps/request-mail.ts'

type Tx = Transaction<Database>

/** To an address that whoever claims the business has named: its owner reads who may get the page, and that nothing happens without them. */
export const mailClaimLink = (
  { clock }: Deps,
  tx: Tx,
  { id, data: { businessId, personId, name, to, token } }: Envelope<DataOf<typeof claimLinkRequested>>,
): Promise<void> =>
  requestMails(tx, [
    {
      eventId: id,
      at: clock(),
      request: { personId, to, kind: 'claim-link', about: { business: name }, link: `/claim#${token}`, businessId },
    },
  ])

export const notifyOfClaim = (deps: Deps, tx: Tx, event: Envelope<DataOf<typeof claimFiled>>): Promise<void> =>
  notifyPeople(deps, tx, [{ event, notifications: notificationsOfClaim(event.data) }])

export const notifyOfClaimDecision = (
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof claimDecided>>,
): Promise<void> => notifyPeople(deps, tx, [{ event, notifications: [notificationOfClaimDecision(event.data)] }])
