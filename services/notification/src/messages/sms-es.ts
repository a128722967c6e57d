import type { About } from '../domain/notifications.ts'
import type { SmsTexts } from './sms-en.ts'

const visit = ({ service, business, when }: About) => `${service} en ${business}, ${when}`
const atBusiness = ({ service, when }: About) => `${service}, ${when}`

export const es: SmsTexts = {
  kinds: {
    'booking-confirmed': (about) => `Reserva confirmada. ${visit(about)}`,
    'booking-reminder': (about) => `Recordatorio. ${visit(about)}`,
    'booking-rescheduled': (about) => `Nuevo horario. ${visit(about)}`,
    'booking-cancelled': (about) => `Cancelada. ${visit(about)}`,
    'message-from-business': (about) => `Nuevo mensaje. ${visit(about)}`,
    'message-from-customer': (about) => `Mensaje de un cliente. ${atBusiness(about)}`,
    'booking-new': (about) => `Nueva reserva. ${atBusiness(about)}`,
    'booking-moved': (about) => `Cambio de horario. ${atBusiness(about)}`,
    'booking-reassigned': (about) => `Ya no es tuya. ${atBusiness(about)}`,
    'booking-cancelled-by-customer': (about) => `Cancelada por el cliente. ${atBusiness(about)}`,
    'booking-cancelled-by-business': (about) => `Cancelada por el negocio. ${atBusiness(about)}`,
  },
  notices: {
    code: (code) =>
      `${code} es tu código para recibir mensajes. Funciona por 10 minutos. Si no lo pediste, ignora esto.`,
    welcome: () =>
      'Recibes mensajes sobre tus reservas. Pueden aplicar tarifas. Responde HELP para ayuda, STOP para terminar.',
    help: () => 'Mensajes sobre tus reservas, cuando algo pasa. Pueden aplicar tarifas. Responde STOP para terminar.',
    stop: () => 'No recibes más mensajes. Responde START para recibirlos otra vez.',
    start: () => 'Recibes otra vez mensajes sobre tus reservas. Responde STOP para terminar.',
  },
}
