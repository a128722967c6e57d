export const legal = {
  creditsTitle: 'Data sources',
  creditsLead: 'Where names, places and maps come from, and under which licence.',
  creditsCorrections:
    'Listings from open data are historic: places may have moved or closed. Each has a link to remove it.',
  wof: 'Places from the SimpleGeo collection, published by Who’s On First. CC0 1.0: free for any use.',
  geonames: 'Towns and ZIP codes from GeoNames. CC BY 4.0, changed by us: selected and indexed.',
  census: 'State and county lines by the United States Census Bureau. Public domain.',
  naturalEarth: 'Coasts and countries by Natural Earth. Public domain.',
  fonts: 'Fraunces and Figtree, under the SIL Open Font License. Icons by Lucide, under the ISC licence.',
  drawings: 'The drawings of businesses are our own.',
  imprintTitle: 'Imprint',
  termsTitle: 'Terms',
  terms: {
    partiesTitle: 'Who does what',
    parties:
      'Buy Locals shows local businesses and passes bookings and payments between you and them. The service itself is a contract between you and the business.',
    moneyTitle: 'Your money',
    money:
      'What you pay online is taken when you book and held until your visit is over. Then the business gets it, less the fee of the market. Until you cancel or the visit is over, it stays held.',
    cancelTitle: 'Changing your mind',
    cancel:
      'The policy shown before you book is frozen into your booking: until when cancelling is free, and what you get back after that. A business that cancels gives everything back.',
    complaintTitle: 'When something is wrong',
    complaint:
      'Report it on the page of your booking while the market’s complaint window is open. The money stays held until a person has decided.',
    reviewTitle: 'Reviews',
    review:
      'Only people who booked and came can review, once for each visit. Reviews are not sold, hidden for being bad, or written by the business.',
  },
  privacyTitle: 'Privacy',
  privacy: {
    dataTitle: 'What is kept',
    data: 'Your name and email address, your phone number if you give it, and your bookings, payments and reviews. Card numbers go to the payment provider and never pass through us.',
    sharingTitle: 'Who sees it',
    sharing:
      'The business you book with sees your name and how to reach you. Everybody sees your first name on reviews you write. Nobody buys any of it.',
    cookiesTitle: 'Cookies',
    cookies:
      'Two that keep you signed in, one that opens a guest’s booking, and one for the language you choose. No advertising, no tracking, no counting of visits by others.',
    locationTitle: 'Where you are',
    location:
      'Your location is used only when you ask for it, rounded to about a hundred metres, and only to answer that search.',
    copyTitle: 'A copy of your data',
    copy: 'On your account page you can ask for one file with what is stored about you. An email tells you when it is ready, and you can download it for a week.',
    erasureTitle: 'Deleting your data',
    erasure:
      'On your account page you can delete your account at any time. Your name, contact details and what you wrote go at once, and bookings that are still to come are cancelled under their policies. What the businesses’ calendars and the accounts need stays without your name. If you booked without an account, open the booking from our email and choose “Delete my data”: the same goes for that booking.',
  },
}
