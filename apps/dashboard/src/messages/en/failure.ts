export const failure = {
  title: 'This couldn’t be loaded',
  retry: 'Try again',
  notFound: 'Page not found',
  notFoundText: 'The address may be wrong, or it belongs to a business you don’t have access to.',
  toBusinesses: 'Your businesses',
  broken: 'Something went wrong',
  brokenText: 'Nothing you saved is lost. Reload the page. If it happens again, contact your market operator.',
  reload: 'Reload',
  toAccount: 'Account',
  notYours: 'You don’t have access',
  notYoursText: 'Your role here is {{role}}. Ask an owner of the business if you need this.',
}
