export const failure = {
  title: 'This could not be loaded',
  retry: 'Try again',
  notFound: 'There is nothing here',
  notFoundText: 'The address may be mistyped, or it belongs to a business you are not a member of.',
  toBusinesses: 'Your businesses',
  broken: 'This page broke',
  brokenText: 'Nothing of yours is lost. Load it again; if it breaks again, tell whoever runs this market.',
  reload: 'Load again',
  notYours: 'This is for someone else',
  notYoursText: 'Your role here is {{role}}. Ask an owner of the business if you need this.',
}
