/** Finding businesses, as only the app shows it. */
export const explore = {
  more: 'Loading more businesses',
  allFilters: 'All filters',
  filtersOn_one: 'All filters, {{count}} on',
  filtersOn_other: 'All filters, {{count}} on',
  rating: 'Rating',
  anyDay: 'Any day',
  sort: 'Sort by',
  bestFirst: 'Best match',
  ratedFirst: 'Highest rated',
  show_one: 'Show {{count}} business',
  show_other: 'Show {{count}} businesses',
  showMore: 'Show {{count}} or more businesses',
  showNone: 'No businesses match',
  counting: 'Counting',
  clear: 'Clear filters',
  onMap: 'Businesses on the map',
}

export const search = {
  title: 'Search',
  what: 'Services or businesses',
  go: 'Search',
  searchFor: 'Search for “{{q}}”',
  clear: 'Remove “{{q}}”',
  noPlace: 'We can’t find “{{where}}”. Enter a city or ZIP code.',
}

export const locate = {
  reasonTitle: 'See what’s near you',
  reason:
    'We use your location only when you ask us to, and only to show what’s near. Next, your device asks for your OK.',
  goOn: 'Continue',
  notNow: 'Not now',
  deniedTitle: 'Location is off for Buy Locals',
  denied: 'Allow it in Settings, or enter a city or ZIP code.',
  deniedInBrowser: 'Allow it for this site in your browser, or enter a city or ZIP code.',
  settings: 'Open Settings',
  unavailableTitle: 'We couldn’t find your location',
  unavailable: 'Check that location is on and try again, or enter a city or ZIP code.',
}

export const place = {
  share: 'Share',
  linkCopied: 'Link copied',
  notYetText: 'From public listings. This business can’t be booked here.',
  call: 'Call',
  openPhoto: 'View photo {{number}} of {{count}} full screen',
  photoOf: '{{number}} of {{count}}',
  nextPhoto: 'Next photo',
  previousPhoto: 'Previous photo',
}

export const page = {
  title: '{{screen}} · Buy Locals',
  untitled: 'Buy Locals',
  tabs: 'Main',
}
