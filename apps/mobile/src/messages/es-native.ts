import type { Translation } from '@buy-locals/features/i18n'
import { mailedLink } from '@buy-locals/features/messages/es-mailed-link'
import type { native as english } from './en-native'

const upgrade = {
  title: 'Actualiza la aplicación para continuar',
  text: 'Esta versión es demasiado antigua para reservar. Tus reservas siguen en tu cuenta.',
  store: 'Descargar la actualización',
}

const push = {
  title: 'Entérate si algo cambia',
  text: 'Activa las notificaciones para recibir un recordatorio antes de tu cita y saber enseguida si {{place}} la cambia.',
  turnOn: 'Activar notificaciones',
  later: 'Ahora no',
  on: 'Las notificaciones están activadas.',
  unavailable: 'Este servidor no envía notificaciones a teléfonos.',
  failed: 'Las notificaciones aún no están activadas',
  refusedTitle: 'Las notificaciones están desactivadas en este teléfono',
  refusedText: 'Puedes activarlas para esta aplicación en los ajustes de tu teléfono.',
  settings: 'Abrir los ajustes',
}

const onSite = {
  title: 'Esta página está en nuestro sitio',
  text: 'Se abre en tu navegador.',
  open: 'Abrir en el navegador',
  explore: 'Buscar un negocio',
}

export const native: Translation<typeof english> = { mailedLink, onSite, push, upgrade }
