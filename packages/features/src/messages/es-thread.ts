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
  removed: 'Eliminado por el operador del mercado',
  removedReason: 'Motivo: {{reason}}',
  reported: 'Reportado. El operador del mercado lo está revisando.',
  stays: 'Reportado. El operador del mercado decidió conservarlo. Motivo: {{reason}}',
  report: 'Reportar',
  reportName: 'Reportar el mensaje de {{name}}, {{when}}',
  reportTitle: '¿Reportar este mensaje?',
  reportText:
    'El operador del mercado lee los mensajes de esta reserva y conserva o elimina este. Hasta entonces sigue aquí.',
  reportReason: '¿Qué tiene de malo?',
  reportHint: 'Por ejemplo, es abusivo, una amenaza o un fraude. {{name}} no ve lo que escribes.',
  reportMissing: 'Escribe qué tiene de malo',
  reportSend: 'Reportar mensaje',
}
