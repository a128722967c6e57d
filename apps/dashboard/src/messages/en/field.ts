import { fault } from '@buy-locals/features/messages/en-fault'
import { form } from '@buy-locals/features/messages/en-form'
import { ownerForm } from '@buy-locals/features/messages/en-owner-form'

/** What is wrong with a field and what to write there: where the server says the same, in its words. */
export const field = {
  ...ownerForm,
  missing: fault.required,
  noPlace: 'Find your city or ZIP code and choose it',
  noEmail: 'Enter an email address',
  noCity: 'Enter a city',
  noSlug: 'Enter a web address for your page, like rosas-salon',
  noZone: 'Choose a time zone',
  noSpots: 'Enter the number of spots',
  noHorizon: 'Enter how many days ahead customers can book',
  noDeposit: 'Enter the deposit in percent',
  noFreeUntil: 'Enter how many hours before the visit customers can cancel for free',
  noLateRefund: 'Enter the late cancellation refund in percent',
  noNoShowRefund: 'Enter the no-show refund in percent',
  noFee: 'Enter the fee in percent',
  noComplaintHours: 'Enter the complaint window in hours',
  noNumber: 'Enter a number',
  noReason: 'Enter a reason',
  chooseOne: 'Choose at least one',
  atLeast: fault['too-small'],
  atMost: fault['too-big'],
  longer: fault['too-short'],
  shorter: fault['too-long'],
  phone: form.badPhone,
  amount: fault['not-an-amount'],
  slug: 'Use lowercase letters, numbers and hyphens only',
  website: fault['not-a-web-address'],
  email: fault['not-an-email'],
  overPrice: fault['over-price'],
  wrong: fault.unusable,
}
