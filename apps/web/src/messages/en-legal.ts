export const legal = {
  creditsTitle: 'Data sources',
  creditsLead: 'Where names, places and maps come from, and under which license.',
  creditsCorrections:
    'Listings from open data can be out of date: places may have moved or closed. Each has a link to remove it.',
  wof: 'Places from the SimpleGeo collection, published by Who’s On First. CC0 1.0: free for any use.',
  geonames: 'Towns and ZIP codes from GeoNames. CC BY 4.0, changed by us: selected and indexed.',
  census: 'State and county lines by the United States Census Bureau. Public domain.',
  naturalEarth: 'Coasts and countries by Natural Earth. Public domain.',
  fonts: 'Fraunces and Figtree, under the SIL Open Font License. Icons by Lucide, under the ISC license.',
  drawings: 'We drew the pictures of businesses ourselves.',
  imprintTitle: 'Imprint',
  termsTitle: 'Terms',
  terms: {
    partiesTitle: 'Who does what',
    parties:
      'Buy Locals lists local businesses and handles bookings and payments between you and them. The service itself is a contract between you and the business.',
    moneyTitle: 'Your money',
    money:
      'We charge you when you book and hold the payment until after your visit. Then we pay the business, less the market’s fee.',
    cancelTitle: 'Cancellations',
    cancel:
      'The cancellation policy shown before you book is the one that applies, even if the business changes it later. It says until when canceling is free and what is refunded after that. If a business cancels, you get a full refund.',
    complaintTitle: 'If something goes wrong',
    complaint:
      'Report it on your booking’s page within the market’s complaint window. We hold the payment until the operator of the market has decided.',
    reviewTitle: 'Reviews',
    review:
      'Only customers with a completed booking can review, once per visit. Reviews aren’t sold, hidden for being bad, or written by the business.',
  },
  privacyTitle: 'Privacy',
  privacy: {
    dataTitle: 'What we store',
    data: 'Your name and email, your phone number if you give it, and your bookings, messages, payments and reviews. Card numbers go to the payment provider and never pass through us. If you agree to text messages, the company that delivers them gets your number and what they say. If you get push notifications, the companies that deliver them get an address of your phone and what they say.',
    sharingTitle: 'Who sees it',
    sharing:
      'The business you book with sees your name and contact details. Everyone sees your first name on reviews you write. We don’t sell any of it.',
    googleMapTitle: 'Google’s map',
    googleMap:
      'Maps on this site come from Google. When one is shown, Google gets your IP address and the part of the map you look at, and may set cookies of its own.',
    googleAddressesTitle: 'Addresses',
    googleAddresses:
      'An address that you search for, or type while you add a business, is sent to Google to find it. We send it without your name, your email or your IP address.',
    googlePolicy: 'Google’s privacy policy',
    cookiesTitle: 'Cookies',
    cookies:
      'Two that keep you signed in, one that opens a guest’s booking, and one for the language you choose. Your recent searches stay in this browser alone. No advertising, no tracking, no third-party analytics.',
    locationTitle: 'Your location',
    location:
      'We use your location only when you ask us to, rounded to about 300 feet, and only to answer that search.',
    copyTitle: 'A copy of your data',
    copy: 'On your account page, you can request one file with what we store about you. We email you when it’s ready, and you can download it for a week.',
    erasureTitle: 'Deleting your data',
    erasure:
      'On your account page, you can delete your account at any time. Your name, contact details and what you wrote are deleted right away, and upcoming bookings are canceled under their policies. What the businesses’ calendars and accounts need stays without your name. If you booked without an account, open the booking from our email and choose “Delete my data”: the same applies to that booking.',
  },
}
