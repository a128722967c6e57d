import type { Translation } from '@buy-locals/features/i18n'
import { ownAccount } from '@buy-locals/features/messages/es-own-account'
import type { mine as english } from './en-mine'

const inbox: Translation<typeof english.inbox> = {
  title: 'Avisos',
  new: 'Nuevo',
  tabUnread_one: 'Avisos, {{count}} nuevo',
  tabUnread_other: 'Avisos, {{count}} nuevos',
  guestText: 'Inicia sesión para ver las novedades de tus reservas.',
  settings: 'Ajustes',
  more: 'Cargando avisos anteriores',
}

const settings: Translation<typeof english.settings> = {
  app: 'Ajustes de la app',
  language: 'Idioma',
  languageChoose: 'Elige un idioma',
  languageText: 'También lo usaremos en tus correos.',
  appearance: 'Apariencia',
  appearanceChoose: 'Elige cómo se ve la app',
  appearanceText: 'Solo en este teléfono.',
  system: 'Como en el teléfono',
  light: 'Clara',
  dark: 'Oscura',
  inApp: 'En tus avisos',
  sms: 'Administrar los mensajes de texto en nuestro sitio',
  signOutElsewhere: 'Cerrar sesión en todos los demás',
  signedOutElsewhere: 'Cerramos tu sesión en todos los demás dispositivos.',
  exportOnSite: 'Descargarlos en nuestro sitio',
}

export const mine: Translation<typeof english> = { inbox, ownAccount, settings }
