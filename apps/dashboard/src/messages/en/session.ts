export const session = {
  title: 'Sign in',
  intro: 'The dashboard for businesses: your day, your services, your money.',
  email: 'Email',
  password: 'Password',
  signIn: 'Sign in',
  forgot: 'Forgot your password?',
  newHere: 'New here? Make an account',
  thenOn: 'Sign in first; then you go on where you wanted to.',
  choose: 'Your businesses',
  none: 'You are not a member of a business yet',
  noneText:
    'Add your own in a few minutes. If you work somewhere that is here already, ask its owner to invite you by your email address.',
  add: 'Add a business',
  markets: 'Markets you look after',
  platform: 'All markets',
}
