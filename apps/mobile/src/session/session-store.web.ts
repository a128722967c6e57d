export { cookieSession as sessionStore } from '@buy-locals/client/cookie-session'
