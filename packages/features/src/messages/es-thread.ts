import type { Translation } from '../i18n'
import type { en } from './en'

export const thread: Translation<typeof en.thread> = {
  title: 'Mensajes',
  noneYet: 'Pregunta a {{name}} sobre esta reserva.',
  none: 'Todavía no hay mensajes.',
  you: 'Tú',
  read: 'Leído',
  hidden: 'Los teléfonos, correos y enlaces se ocultan hasta que la reserva esté confirmada.',
  hiddenFrom: '{{name}} no verá los datos de contacto que contiene hasta que la reserva esté confirmada.',
  field: 'Mensaje para {{name}}',
  missing: 'Escribe un mensaje',
  send: 'Enviar mensaje',
  earlier: 'Mostrar mensajes anteriores',
  closed: 'Ya no puedes enviar mensajes sobre esta reserva.',
  unread: 'Mensaje nuevo',
}
