/** By the kind of a notification, for whoever it is about: the booker, or somebody of the business. */
export const notification = {
  'booking-confirmed': 'Booked: {{service}} at {{business}}, {{when}}',
  'booking-new': 'New booking: {{service}}, {{when}}',
  'booking-cancelled': 'Cancelled: {{service}} at {{business}}, {{when}}',
  'booking-completed': 'How was {{service}} at {{business}}?',
  'booking-reopened': 'Corrected by {{business}}: {{service}}, {{when}} is confirmed again',
  'booking-no-show': 'Marked as no-show: {{service}} at {{business}}, {{when}}',
  'booking-expired': 'Not paid in time: {{service}} at {{business}}, {{when}}',
  'payment-unusable': 'Your payment for {{service}} at {{business}} came too late and is refunded',
  'complaint-filed': 'A problem was reported: {{service}}, {{when}}. The money stays until the market has decided.',
  'complaint-decided': 'Decided: the problem with {{service}} at {{business}}',
  'review-new': 'New review by {{by}}: {{stars}} of 5 stars',
  'review-replied': '{{business}} answered your review',
  other: 'Something new about {{business}}',
}
