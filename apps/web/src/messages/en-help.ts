export const help = {
  title: 'Help',
  lead: 'How to find, change and pay for a booking, and whom to contact.',
  findTitle: 'Find your booking',
  find: 'Sign in to see all your bookings. If you booked without an account, enter the email you booked with and we’ll send you a link.',
  findLink: 'Go to my bookings',
  changeTitle: 'Change or cancel',
  change:
    'Open the booking to choose another time or cancel. You’ll see what you get back before you confirm. It depends on the cancellation policy you saw when you booked.',
  payTitle: 'Your payment',
  pay: 'We hold what you pay until after your visit. If your card is declined, you aren’t charged.',
  complainTitle: 'Something went wrong',
  complain:
    'Open the booking and choose “Report a problem”. Your payment stays on hold, the business can reply or offer a refund, and the market operator decides if you don’t agree.',
  ownTitle: 'You own a business',
  own: 'Add it for free. If it’s listed already, open its page and claim it.',
  ownLink: 'Add your business',
  contactTitle: 'Contact',
  contact: 'For anything else, write to the people who run your market.',
  noContact: 'Questions about a visit? Contact the business: its phone number and website are on its page.',
}
