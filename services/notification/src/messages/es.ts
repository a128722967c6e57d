import { complaintDays } from '@buy-locals/contracts/booking/shapes'
import type { About, ListingFault } from '../domain/notifications.ts'
import { bookingLines, formatAmount } from './booking-lines.ts'
import { complaintLines } from './complaint-lines.ts'
import type { Texts } from './texts.ts'

const arrival = 'Tarda de 5 a 10 días en llegar.'
const amountOf = (refund: string | undefined) => (refund ? `se reembolsan ${refund}` : 'no hay reembolso')
/** A business reads it in the thread alone. */
const reportReason = ({ message }: About) => (message ? `Motivo: ${message}` : 'Lee el motivo debajo del mensaje.')
const visit = ({ service, business, when }: About) => `${service} en ${business}, ${when}`

/** Para el negocio: quién reservó qué. */
const visitor = ({ by, service }: About) => [by, service].filter(Boolean).join(', ')
const visitorAndPlace = (about: About) => `${visitor(about)}, en ${about['business']}`
const cancelledAtBusiness = (about: About) => ({
  subject: `Cancelada: ${visitor(about)}, ${about['when']}`,
  lines: [visitorAndPlace(about), `Cuándo: ${about['when']}`, 'El horario se puede reservar otra vez.'],
  action: { label: 'Ver la reserva' },
})

const booking = bookingLines({
  what: (service, staff, people) =>
    `${service}${staff ? ` con ${staff}` : ''}${people > 1 ? `, ${people} personas` : ''}`,
  where: (place) => `Dónde: ${place}`,
  phone: (number) => `Teléfono: ${number}`,
  free: 'Precio: gratis',
  dueAtAppointment: (price) => `Precio: ${price}, a pagar en la cita`,
  paidOnline: (price) => `Precio: ${price}, pagado en línea`,
  deposit: (price, paid, rest) => `Precio: ${price}. Depósito pagado en línea: ${paid}. A pagar en la cita: ${rest}.`,
  cancelBy: (when) => `Si no puedes ir, cancela antes del ${when}.`,
  freeAlways: 'Cancelación gratis hasta que empiece.',
  freeUntil: (when) => `Cancelación gratis hasta el ${when}.`,
  later: (refund) => `Después, ${amountOf(refund)}.`,
  cancelled: (refund) => `Si cancelas, ${amountOf(refund)}.`,
  noShow: (refund) => `Si no te presentas, ${amountOf(refund)}.`,
  refunded: (refund) =>
    refund ? `Reembolso: ${refund}. ${arrival}` : 'Sin reembolso, según la política de cancelación.',
  message: (business, message) => `Mensaje de ${business}: ${message}`,
})

const complaint = complaintLines({
  resolved: 'El problema reportado se resolvió.',
  refunded: 'Revisamos el problema y aprobamos un reembolso.',
  declined: 'Revisamos el problema y decidimos que no hay reembolso.',
  declinedMore: 'Revisamos el problema y decidimos que no se reembolsa nada más.',
  reason: (message) => `Motivo: ${message}`,
  nothing: 'No se reembolsa nada.',
  arrival,
  consumer: {
    accepted: (business) => `Aceptaste el reembolso que ofreció ${business}, así que el problema queda resuelto.`,
    upheld: 'Revisamos el problema y te damos la razón.',
    rejected: (business) => `Revisamos el problema y le damos la razón a ${business}.`,
    all: (refund) => `Se te reembolsa todo lo que pagaste en línea: ${refund}.`,
    some: (refund, paid) => `En total, se te reembolsan ${refund} de los ${paid} que pagaste en línea.`,
  },
  business: {
    accepted: () => 'El cliente aceptó el reembolso que ofreciste, así que el problema queda resuelto.',
    upheld: 'Revisamos el problema y le damos la razón al cliente.',
    rejected: () => 'Revisamos el problema y te damos la razón.',
    all: (refund) => `Se reembolsa todo lo que el cliente pagó en línea: ${refund}.`,
    some: (refund, paid) => `En total, se reembolsan ${refund} de los ${paid} que el cliente pagó en línea.`,
  },
})

const faults: Record<ListingFault, string> = {
  closed: 'Cerró definitivamente',
  'wrong-address': 'Dirección incorrecta',
  'wrong-phone': 'Teléfono incorrecto',
  'not-a-business': 'No es un negocio',
  other: 'Otra cosa',
}

const deviceText = ({ browser, system }: About) => (browser && system ? ` (${browser} en ${system})` : '')

const mails: Texts['mails'] = {
  'verify-email': () => ({
    subject: 'Verifica tu correo',
    lines: [
      'Te damos la bienvenida a Buy Locals.',
      'Abre el enlace para confirmar que este correo es tuyo. Sirve durante tres días.',
      'Si no creaste esta cuenta, ignora este correo: nadie más puede usar tu dirección. O abre el enlace, elige una contraseña y la cuenta es tuya.',
    ],
    action: { label: 'Verificar mi correo' },
  }),
  'reset-password': () => ({
    subject: 'Crea una contraseña nueva',
    lines: [
      'Alguien, probablemente tú, pidió crear una contraseña nueva.',
      'El enlace sirve durante una hora. Si no fuiste tú, ignora este correo: nada ha cambiado.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'change-email': () => ({
    subject: 'Confirma tu correo nuevo',
    lines: [
      'Pediste usar esta dirección en tu cuenta de Buy Locals.',
      'Abre el enlace en el plazo de un día para confirmarla. Hasta entonces se queda tu dirección anterior.',
      'Si no lo pediste, ignora este correo.',
    ],
    action: { label: 'Confirmar esta dirección' },
  }),
  'email-changed': () => ({
    subject: 'Tu correo cambió',
    lines: [
      'Tu cuenta de Buy Locals tiene ahora otro correo electrónico. Lo que enviamos sobre ella va allí.',
      'Si no fuiste tú, avisa a quienes administran este sitio: alguien tiene tu contraseña.',
    ],
  }),
  'password-changed': () => ({
    subject: 'Tu contraseña cambió',
    lines: [
      'La contraseña de tu cuenta de Buy Locals acaba de cambiar y cerramos tu sesión en todos los demás dispositivos.',
      'Si no fuiste tú, crea una contraseña nueva ahora.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'mail-check': () => ({
    subject: 'Ya te llegan nuestros correos',
    lines: [
      'Nos pediste probar de nuevo esta dirección. Este correo llegó, así que recibirás nuestros correos como antes.',
      'No tienes que hacer nada más.',
    ],
    action: { label: 'Ir a mi cuenta' },
  }),
  'new-device': ({ when, ...device }) => ({
    subject: 'Nuevo inicio de sesión en tu cuenta',
    lines: [
      `Alguien inició sesión en tu cuenta de Buy Locals desde un dispositivo que no conocíamos${deviceText(device)}.`,
      `Cuándo: ${when}`,
      'Si fuiste tú, no tienes que hacer nada. Si no, crea una contraseña nueva ahora: así se cierran todas las sesiones.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'second-factor-on': () => ({
    subject: 'La verificación en dos pasos está activada',
    lines: [
      'A partir de ahora, para entrar en tu cuenta de Buy Locals también hace falta un código de tu teléfono.',
      'Si no fuiste tú, crea una contraseña nueva ahora y avisa a quienes administran este sitio.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'second-factor-off': () => ({
    subject: 'La verificación en dos pasos está desactivada',
    lines: [
      'A partir de ahora, tu contraseña basta para entrar en tu cuenta de Buy Locals.',
      'Si no fuiste tú, crea una contraseña nueva ahora y vuelve a activarla.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'recovery-code-used': () => ({
    subject: 'Se usó un código de recuperación',
    lines: [
      'Se acaba de usar uno de los códigos de recuperación de tu cuenta de Buy Locals. No sirve otra vez.',
      'Si no fuiste tú, crea una contraseña nueva ahora y pide códigos de recuperación nuevos.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'provider-linked': () => ({
    subject: 'Se añadió otra manera de iniciar sesión',
    lines: [
      'Se acaba de conectar otra cuenta a tu cuenta de Buy Locals. Sirve para iniciar sesión.',
      'Si no fuiste tú, crea una contraseña nueva ahora y desconéctala en la página de tu cuenta.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  'provider-unlinked': () => ({
    subject: 'Se quitó una manera de iniciar sesión',
    lines: [
      'Se acaba de desconectar otra cuenta de tu cuenta de Buy Locals. Ya no sirve para iniciar sesión.',
      'Si no fuiste tú, crea una contraseña nueva ahora.',
    ],
    action: { label: 'Crear una contraseña nueva' },
  }),
  invitation: ({ business }) => ({
    subject: `${business} te invitó`,
    lines: [
      `${business} te invita a su equipo en Buy Locals.`,
      'Abre el enlace para unirte. Sirve durante 30 días.',
      'Si no conoces este negocio, puedes ignorar este correo.',
    ],
    action: { label: 'Unirme al equipo' },
  }),
  'export-ready': () => ({
    subject: 'Tus datos están listos',
    lines: [
      'Pediste una copia de tus datos. Inicia sesión para descargarla en los próximos 7 días.',
      'Si no fuiste tú, cambia tu contraseña.',
    ],
    action: { label: 'Descargar mis datos' },
  }),
  'manage-link': () => ({
    subject: 'Tu reserva',
    lines: ['Solo tú tienes este enlace. Muestra tu reserva y te permite cancelarla, sin necesidad de cuenta.'],
    action: { label: 'Ver mi reserva' },
  }),
  'booking-held': (about) => ({
    subject: `Paga antes de esta hora, ${about['payBy']}: ${about['service']} en ${about['business']}`,
    lines: [
      `Te guardamos este horario hasta esta hora: ${about['payBy']}. Paga ${formatAmount(about, about['deposit'])} para confirmarlo.`,
      booking.what(about),
      `Cuándo: ${about['when']}`,
      ...booking.place(about),
      'Si ya no lo quieres, no hagas nada. No se te cobrará.',
    ],
    action: { label: 'Pagar ahora' },
  }),
  'booking-expired': (about) => ({
    subject: `Sin reservar: ${about['service']} en ${about['business']}`,
    lines: [`Ya no guardamos este horario, porque no se pagó: ${visit(about)}. No se te cobró nada.`],
    action: { label: 'Ver la reserva' },
  }),
  'hold-cancelled': (about) => ({
    subject: `Sin reservar: ${about['service']} en ${about['business']}`,
    lines: [
      `El negocio la canceló antes de que se pagara: ${visit(about)}. No se te cobró nada.`,
      ...booking.message(about),
    ],
    action: { label: 'Ver la reserva' },
  }),
  'booking-confirmed': (about) => ({
    subject: `Reserva confirmada: ${about['service']} en ${about['business']}`,
    lines: [
      booking.what(about),
      `Cuándo: ${about['when']}`,
      ...booking.place(about),
      ...booking.price(about),
      ...booking.policy(about),
    ],
    action: { label: 'Ver mi reserva' },
  }),
  'booking-reminder': (about) => ({
    subject: `Recordatorio: ${about['service']} en ${about['business']}, ${about['when']}`,
    lines: [
      booking.what(about),
      `Cuándo: ${about['when']}`,
      ...booking.place(about),
      'Si no puedes ir, abre la reserva para cambiarla o cancelarla.',
    ],
    action: { label: 'Ver mi reserva' },
  }),
  'booking-rescheduled': (about) => ({
    subject: `Nuevo horario: ${about['service']} en ${about['business']}`,
    lines: [
      visit(about),
      `Horario anterior: ${about['previously']}.`,
      'Si el nuevo horario no te sirve, abre la reserva para cambiarla o cancelarla.',
    ],
    action: { label: 'Ver mi reserva' },
  }),
  'move-held': (about) => ({
    subject: `Paga antes de esta hora, ${about['payBy']}: nuevo horario de ${about['service']} en ${about['business']}`,
    lines: [
      `Te guardamos este horario: ${about['newTime']}. Para hacer el cambio, paga ${formatAmount(about)} antes de esta hora: ${about['payBy']}.`,
      `Si no haces nada, tu reserva sigue el ${about['when']} y no se te cobrará.`,
    ],
    action: { label: 'Pagar ahora' },
  }),
  'move-expired': (about) => ({
    subject: `El horario no cambió: ${about['service']} en ${about['business']}`,
    lines: [
      `Tu reserva sigue el ${about['when']}.`,
      'Ya no guardamos el otro horario, porque no se pagó la diferencia.',
    ],
    action: { label: 'Ver mi reserva' },
  }),
  'booking-cancelled': (about) => ({
    subject: `Cancelada: ${about['service']} en ${about['business']}`,
    lines: [visit(about), 'Esta reserva está cancelada.', ...booking.message(about), ...booking.refund(about)],
    action: { label: 'Ver la reserva' },
  }),
  'booking-completed': (about) => ({
    subject: `¿Cómo te fue en ${about['business']}?`,
    lines: [visit(about), 'Deja una reseña para ayudar a otros a elegir. El negocio puede responder.'],
    action: { label: 'Escribir una reseña' },
  }),
  'booking-no-show': (about) => ({
    subject: `Marcada como “no se presentó”: ${about['service']} en ${about['business']}`,
    lines: [
      visit(about),
      'El negocio marcó que no te presentaste. Si estuviste allí, reporta un problema en la página de la reserva.',
    ],
    action: { label: 'Ver la reserva' },
  }),
  'payment-unusable': (about) => ({
    subject: 'Tu pago llegó tarde y se reembolsa',
    lines: [visit(about), `El horario se ocupó antes de que llegara tu pago. Te lo reembolsamos completo. ${arrival}`],
    action: { label: 'Buscar otro horario' },
  }),
  'difference-unusable': (about) => ({
    subject: 'Tu reserva conserva su horario y se reembolsa la diferencia',
    lines: [
      `Tu reserva no cambió: ${visit(about)}`,
      `El nuevo horario ya no estaba guardado cuando llegó tu pago. Te reembolsamos la diferencia que pagaste. ${arrival}`,
    ],
    action: { label: 'Ver tu reserva' },
  }),
  'booking-links': (about) => ({
    subject: 'Tus reservas',
    lines: [
      'Alguien, seguramente tú, pidió el enlace a las reservas hechas con este correo.',
      visit(about),
      ...(about['more'] ? [`Y ${about['more']} más.`] : []),
      'Si no fuiste tú, ignora este correo.',
    ],
    action: { label: 'Ver mis reservas' },
  }),
  'session-message': (about) => ({
    subject: `Mensaje de ${about['business']}: ${about['service']}`,
    lines: [visit(about), ...booking.message(about)],
    action: { label: 'Ver mi reserva' },
  }),
  'message-from-business': (about) => ({
    subject: `Nuevo mensaje de ${about['business']}: ${about['service']}`,
    lines: [visit(about), `${about['business']} te escribió. Lee el mensaje y responde en la página de tu reserva.`],
    action: { label: 'Leer el mensaje' },
  }),
  'message-from-customer': (about) => ({
    subject: `Nuevo mensaje: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `Cuándo: ${about['when']}`, 'Lee el mensaje y responde en el panel.'],
    action: { label: 'Leer el mensaje' },
  }),
  'message-reported': (about) => ({
    subject: `Se reportó un mensaje: ${about['service']} en ${about['business']}`,
    lines: [
      visit(about),
      about['sentBy'] === 'consumer'
        ? `${about['business']} te pide revisar un mensaje del cliente.`
        : `El cliente te pide revisar un mensaje de ${about['business']}.`,
      'Ambas partes pueden leerlo hasta que decidas. Si hoy se reportan más mensajes de esta reserva, los verás en la lista, sin otro correo.',
    ],
    action: { label: 'Leerlo y decidir' },
  }),
  'message-kept': (about) => ({
    subject: `El mensaje que reportaste se queda: ${about['service']}`,
    lines: [visit(about), 'Revisamos el mensaje que reportaste y se queda.', reportReason(about)],
    action: { label: 'Ver los mensajes' },
  }),
  'message-removed': (about) => ({
    subject: `Se eliminó el mensaje que reportaste: ${about['service']}`,
    lines: [
      visit(about),
      'Eliminamos el mensaje que reportaste. Ninguna de las partes puede leerlo ahora.',
      reportReason(about),
    ],
    action: { label: 'Ver los mensajes' },
  }),
  'own-message-removed': (about) => ({
    subject: `Se eliminó un mensaje tuyo: ${about['service']}`,
    lines: [
      visit(about),
      'Un mensaje que enviaste fue reportado y lo eliminamos. Ninguna de las partes puede leerlo ahora.',
      reportReason(about),
    ],
    action: { label: 'Ver los mensajes' },
  }),
  'complaint-received': (about) => ({
    subject: `Recibimos tu reporte: ${about['service']} en ${about['business']}`,
    lines: [
      visit(about),
      'Ahora el negocio puede responder. Leemos a ambas partes.',
      `Decidimos a más tardar el ${about['decideBy']}.`,
    ],
    action: { label: 'Ver mi reporte' },
  }),
  'complaint-filed': (about) => ({
    subject: `Un cliente reportó un problema: ${about['service']}`,
    lines: [
      visit(about),
      about['paid']
        ? 'Lee lo que escribió y responde. Puedes ofrecer un reembolso de cualquier monto: si lo acepta, nadie tiene que decidir.'
        : 'Lee lo que escribió y responde.',
      `Decidimos a más tardar el ${about['decideBy']}.`,
    ],
    action: { label: 'Leer y responder' },
  }),
  'complaint-ready': (about) => ({
    subject: `Listo para decidir: ${about['service']} en ${about['business']}`,
    lines: [
      visit(about),
      `Un cliente reportó un problema y ${about['business']} respondió. Lee a ambas partes y decide.`,
      `Decide a más tardar el ${about['decideBy']}.`,
    ],
    action: { label: 'Leer a ambas partes' },
  }),
  'complaint-unreplied': (about) => ({
    subject: `Sin respuesta, listo para decidir: ${about['service']} en ${about['business']}`,
    lines: [
      visit(about),
      `Un cliente reportó un problema y ${about['business']} no respondió en ${complaintDays.reply} días. Ya puedes decidir.`,
      `Decide a más tardar el ${about['decideBy']}.`,
    ],
    action: { label: 'Leerlo y decidir' },
  }),
  'booking-refunded': (about) => ({
    subject: `${about['business']} te hizo un reembolso`,
    lines: [visit(about), ...booking.refund(about)],
    action: { label: 'Ver mi reserva' },
  }),
  'complaint-replied': (about) => ({
    subject: `${about['business']} respondió a tu reporte`,
    lines: [
      visit(about),
      about['amount']
        ? `${about['business']} ofrece reembolsar ${formatAmount(about)}. Acepta la oferta o espera nuestra decisión.`
        : `Lee lo que escribió ${about['business']}. Leemos a ambas partes antes de decidir.`,
    ],
    action: { label: 'Leer la respuesta' },
  }),
  'daily-digest': ({ count }) => ({
    subject: count === 1 ? 'Tu día: 1 novedad' : `Tu día: ${count} novedades`,
    lines: ['Esto pasó en las últimas 24 horas:'],
    action: { label: 'Abrir el panel' },
  }),
  'booking-new': (about) => ({
    subject: `Nueva reserva: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `Cuándo: ${about['when']}`],
    action: { label: 'Ver la reserva' },
  }),
  'booking-moved': (about) => ({
    subject: `Nuevo horario: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `Nuevo horario: ${about['when']}`, `Antes: ${about['previously']}`],
    action: { label: 'Ver la reserva' },
  }),
  'booking-reassigned': (about) => ({
    subject: `Ya no te toca: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `Cuándo: ${about['when']}`, 'Otra persona del equipo se encarga.'],
    action: { label: 'Ver la reserva' },
  }),
  'booking-cancelled-by-customer': cancelledAtBusiness,
  'booking-cancelled-by-business': cancelledAtBusiness,
  'review-new': ({ by, stars }) => ({
    subject: `Nueva reseña: ${stars} de 5 estrellas`,
    lines: [
      `${by ?? 'Un cliente'} dejó una reseña: ${stars} de 5 estrellas.`,
      'Puedes responder una vez; las respuestas son públicas.',
    ],
    action: { label: 'Leer y responder' },
  }),
  'review-flagged': ({ business, by, stars }) => ({
    subject: `${business} reportó una reseña`,
    lines: [
      `${business} te pide revisar una reseña de ${by}: ${stars} de 5 estrellas.`,
      'Sigue a la vista hasta que decidas.',
    ],
    action: { label: 'Leerla y decidir' },
  }),
  'review-kept': ({ business, by, message }) => ({
    subject: `La reseña de ${by} se queda`,
    lines: [`Revisamos la reseña de ${business} que reportaste y se queda.`, `Motivo: ${message}`],
    action: { label: 'Ver las reseñas' },
  }),
  'review-removed': ({ business, by, message }) => ({
    subject: `Se eliminó la reseña de ${by}`,
    lines: [
      `Eliminamos la reseña de ${business} que reportaste. Ya no cuenta en la calificación.`,
      `Motivo: ${message}`,
    ],
    action: { label: 'Ver las reseñas' },
  }),
  'own-review-removed': ({ business, message }) => ({
    subject: `Se eliminó tu reseña de ${business}`,
    lines: [`${business} reportó tu reseña y la eliminamos.`, `Motivo: ${message}`],
    action: { label: 'Ver la reserva' },
  }),
  'business-approved': ({ business }) => ({
    subject: `${business} ya está publicado`,
    lines: [`Aprobamos ${business}. Los clientes ya pueden encontrarlo.`],
    action: { label: 'Abrir el panel' },
  }),
  'business-returned': ({ business, message }) => ({
    subject: `${business} necesita un cambio antes de publicarse`,
    lines: [`Revisamos ${business} y te lo devolvimos.`, `Motivo: ${message}`, 'Haz el cambio y envíalo otra vez.'],
    action: { label: 'Abrir el perfil' },
  }),
  'business-rejected': ({ business, message }) => ({
    subject: `${business} no fue aprobado`,
    lines: [`No podemos publicar ${business}.`, `Motivo: ${message}`],
    action: { label: 'Abrir el perfil' },
  }),
  'change-approved': ({ business }) => ({
    subject: `Tus cambios en ${business} ya están publicados`,
    lines: ['Los clientes ya ven los datos nuevos.'],
    action: { label: 'Abrir el panel' },
  }),
  'change-refused': ({ business, message }) => ({
    subject: `Tus cambios en ${business} no fueron aprobados`,
    lines: ['Los clientes siguen viendo los datos anteriores.', ...(message ? [`Motivo: ${message}`] : [])],
    action: { label: 'Abrir el perfil' },
  }),
  'complaint-decided': (about) => ({
    subject: `Resuelto: ${about['service']} en ${about['business']}`,
    lines: [visit(about), ...complaint(about)],
    action: { label: 'Ver la decisión' },
  }),
  'payment-refunded': (about) => ({
    subject: `Reembolso: ${formatAmount(about)} pagados a ${about['business']}`,
    lines: [
      `Te reembolsamos ${formatAmount(about)} de lo que pagaste en línea por tu reserva en ${about['business']}. ${arrival}`,
    ],
    action: { label: 'Ver la reserva' },
  }),
  'refund-refused': (about) => ({
    subject: `Falló un reembolso de ${formatAmount(about)} de ${about['business']}`,
    lines: [
      `A un cliente de ${about['business']} se le deben ${formatAmount(about)}, pero Stripe o su banco rechazó el reembolso.`,
      'Reembólsalo de otra forma en el panel de Stripe o comunícate con el cliente. Mientras tanto, retenemos el dinero.',
    ],
    action: { label: 'Ver el pago' },
  }),
  'transfer-refused': (about) => ({
    subject: `Falló una transferencia de ${formatAmount(about)} a ${about['business']}`,
    lines: [
      `Stripe sigue rechazando una transferencia de ${formatAmount(about)} a ${about['business']}.`,
      'Revisa la cuenta y su saldo en el panel de Stripe. Lo intentamos otra vez cada hora.',
    ],
    action: { label: 'Ver el pago' },
  }),
  'business-suspended': ({ business, message, contact }) => ({
    subject: `${business} está suspendido`,
    lines: [
      `Suspendimos ${business}, así que por ahora los clientes no pueden encontrarlo ni reservar.`,
      `Motivo: ${message}`,
      'Las reservas existentes se conservan. Cuando esto se resuelva, el operador de tu mercado puede publicarlo de nuevo.',
      ...(contact ? [`¿Tienes preguntas? Escribe a ${contact}.`] : []),
    ],
    action: { label: 'Ver mi negocio' },
  }),
  'claim-link': ({ business }) => ({
    subject: `Reclama ${business} en Buy Locals`,
    lines: [
      `Alguien con una cuenta de Buy Locals dice que ${business} es suyo y dio esta dirección.`,
      'Si fuiste tú, abre el enlace donde hayas iniciado sesión, en un plazo de dos días. Después podrás administrar la página.',
      'Si no fuiste tú, ignora este correo: no pasa nada, abra quien abra el enlace.',
    ],
    action: { label: 'Reclamar la página' },
  }),
  'claim-filed': ({ business, by = 'Alguien' }) => ({
    subject: `${by} reclama ${business}`,
    lines: [`${by} dice que ${business} es suyo. Revisa lo que escribió y aprueba o rechaza la solicitud.`],
    action: { label: 'Ver la solicitud' },
  }),
  'listing-reported': ({ business, fault }) => ({
    subject: `Alguien informó de un problema con ${business}`,
    lines: [
      `Qué está mal en la página: ${faults[fault as ListingFault]}`,
      'Revísalo y marca el informe como resuelto. Si otras personas informan hoy de esta página, lo verás en la lista, sin otro correo.',
    ],
    action: { label: 'Ver los informes' },
  }),
  'claim-received': ({ business }) => ({
    subject: `Recibimos tu solicitud sobre ${business}`,
    lines: [`Comprobamos que ${business} es tuyo y te enviamos la respuesta por correo.`],
  }),
  'claim-approved': ({ business }) => ({
    subject: `${business} es tuyo`,
    lines: [
      `Ya puedes administrar la página de ${business}: revisa el perfil y el horario, y agrega servicios para reservar.`,
    ],
    action: { label: 'Administrar la página' },
  }),
  'claim-rejected': ({ business, message }) => ({
    subject: `Tu solicitud sobre ${business} no se aprobó`,
    lines: [
      message ? `Motivo: ${message}` : `Otra persona demostró que ${business} es suyo.`,
      'Si no es correcto, escribe a quienes administran este sitio.',
    ],
  }),
  'dispute-inquiry': (about) => ({
    subject: `Un banco pregunta por un pago de ${formatAmount(about)}`,
    lines: [
      `El banco de un cliente pregunta por un pago de ${formatAmount(about)} a ${about['business']}.`,
      'El dinero se queda donde está hasta que el banco tenga su respuesta.',
    ],
    action: { label: 'Ver la reserva' },
  }),
  'dispute-open': (about) => ({
    subject: `Se disputó un pago de ${formatAmount(about)}`,
    lines: [
      `El banco de un cliente retiró ${formatAmount(about)} que se habían pagado a ${about['business']}.`,
      'Lo que ya se envió al negocio se descuenta de sus próximos pagos hasta que el banco decida.',
    ],
    action: { label: 'Ver la reserva' },
  }),
}

export const es: Texts = {
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  unsubscribe: 'Dejar de recibir estos correos',
  mails,
}
