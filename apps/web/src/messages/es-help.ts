import type { Translation } from '@buy-locals/features/i18n'
import type { help as english } from './en-help'

export const help: Translation<typeof english> = {
  title: 'Ayuda',
  lead: 'Cómo encontrar, cambiar y pagar una reserva, y a quién escribir.',
  findTitle: 'Encuentra tu reserva',
  find: 'Inicia sesión para ver todas tus reservas. Si reservaste sin cuenta, escribe el correo con el que reservaste y te enviaremos un enlace.',
  findLink: 'Ir a mis reservas',
  changeTitle: 'Cambiar o cancelar',
  change:
    'Abre la reserva para elegir otra hora o cancelarla. Antes de confirmar verás cuánto se te devuelve. Depende de la política de cancelación que viste al reservar.',
  payTitle: 'Tu pago',
  pay: 'Retenemos lo que pagas hasta después de tu visita. Si tu tarjeta es rechazada, no se te cobra.',
  complainTitle: 'Algo salió mal',
  complain:
    'Abre la reserva y elige “Reportar un problema”. Tu pago queda retenido, el negocio puede responder u ofrecer un reembolso, y el operador del mercado decide si no están de acuerdo.',
  ownTitle: 'Tienes un negocio',
  own: 'Agrégalo gratis. Si ya aparece, abre su página y reclámalo.',
  ownLink: 'Agregar tu negocio',
  contactTitle: 'Contacto',
  contact: 'Para cualquier otra cosa, escribe a quienes llevan tu mercado.',
  noContact: '¿Preguntas sobre una visita? Contacta con el negocio: su teléfono y su sitio web están en su página.',
}
