import type { Translation } from '@buy-locals/features/i18n'
import type { en } from './en'
import { explore, locate, page, place, search } from './es-explore'
import { mine } from './es-mine'
import { native } from './es-native'
import { owner } from './es-owner'

const app = {
  loading: 'Cargando',
  failed: 'No se pudo cargar',
  again: 'Intentar de nuevo',
  explore: 'Explorar',
  account: 'Cuenta',
  back: 'Atrás',
  reload: 'Volver a cargar',
  asOf: 'Datos de {{when}}',
  offline: 'Estás sin conexión. Puedes leer esto; para cambiar algo, primero conéctate.',
}

const bookings = {
  tab: 'Reservas',
  guestText: 'Inicia sesión para ver tus reservas.',
  toBusiness: 'Ver negocio',
  onDevice: 'Reservadas en este dispositivo',
  calendar: 'Agregar a Google Calendar',
}

const account = {
  title: 'Tu cuenta',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  signedOut: 'Cerraste sesión.',
  email: 'Correo electrónico',
  emailMissing: 'Escribe tu correo electrónico',
  password: 'Contraseña',
  passwordMissing: 'Escribe tu contraseña',
  forgot: '¿Olvidaste tu contraseña?',
  guestTitle: 'No has iniciado sesión',
  guestText: 'Inicia sesión con la cuenta que tienes en nuestro sitio.',
}

const book = {
  signIn: 'Inicia sesión para reservar más rápido',
  unbookableTitle: 'Esto no se puede reservar en línea',
}

const pay = {
  onSite: 'Pagar en nuestro sitio',
  onSiteTitle: 'El pago se hace en tu navegador',
  onSiteText: 'Si nuestro sitio te lo pide, inicia sesión allí también. Vuelve aquí después de pagar.',
}

export const es: Translation<typeof en> = {
  ...mine,
  ...native,
  ...owner,
  account,
  app,
  book,
  bookings,
  explore,
  locate,
  page,
  pay,
  place,
  search,
}
