import type { Translation } from '../i18n'
import type { reviews as english } from './en-business-reviews'

export const reviews: Translation<typeof english> = {
  title: 'Reseñas',
  intro: 'De clientes con una reserva completada. Puedes responder una vez; las respuestas son públicas.',
  none: 'Sin reseñas',
  noneText: 'Después de una visita, los clientes pueden dejar una reseña.',
  verified: 'Visita verificada',
  by: '{{name}}, {{service}}',
  rated: '{{stars}} de 5 estrellas',
  reply: 'Responder',
  replyName: 'Responder a {{name}}',
  yourReply: 'Tu respuesta',
  replyText: 'La pueden leer {{name}} y todos los demás.',
  replyField: 'Tu respuesta',
  noReply: 'Escribe tu respuesta',
  replyDone: 'Respuesta publicada.',
  send: 'Publicar respuesta',
  report: 'Reportar',
  reportName: 'Reportar la reseña de {{name}}',
  reportTitle: '¿Reportar la reseña de {{name}}?',
  reportText: 'El operador del mercado la revisa y la conserva o la elimina. Mientras tanto sigue en tu página.',
  reportReason: '¿Qué tiene de malo?',
  reportHint: 'Di si es falsa, ofensiva o no trata de una visita. Una mala calificación sola no basta.',
  reportDone: 'Reportada. Te enviaremos la decisión por correo.',
  reported: 'Reportada. El operador del mercado la está revisando.',
  dismissed: 'El operador del mercado decidió conservarla. Motivo: {{reason}}',
}
