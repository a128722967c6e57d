import type { Translation } from '@buy-locals/features/i18n'
import type { start as english } from '../en/start'

export const start: Translation<typeof english> = {
  title: 'Prepárate para recibir reservas',
  stepsLeft_one: 'Falta {{count}} paso',
  stepsLeft_other: 'Faltan {{count}} pasos',
  profile: 'Completa tu perfil',
  profileText: 'Tu descripción, tus datos de contacto y tu nivel de precios ayudan a los clientes a elegirte.',
  hours: 'Define tu horario',
  hoursText: 'Sin horario, los clientes no pueden reservar.',
  services: 'Agrega un servicio',
  servicesText: 'Los clientes no pueden reservar hasta que agregues qué ofreces, cuánto dura y cuánto cuesta.',
  staff: 'Agrega tu equipo',
  staffText:
    'Cada persona tiene una columna en la agenda, para que nadie tenga dos reservas a la vez. Omítelo si tus servicios no necesitan personal.',
  payments: 'Configura las transferencias',
  paymentsText:
    'No puedes cobrar en línea hasta que verifiques tu negocio con nuestro proveedor de pagos. Toma unos minutos.',
  photos: 'Agrega fotos',
  photosText: 'Muestra tu local y tu trabajo. La primera foto es la portada.',
  publish: 'Envía a revisión',
  publishText: 'Los negocios nuevos se revisan antes de aparecer en el sitio.',
  waiting: 'Enviado a revisión',
  waitingText: 'Aparecerás en el sitio cuando se apruebe. Mientras tanto, sigue configurando.',
  suspendedText:
    'Fue suspendido. Las reservas existentes se conservan. Verás el motivo en tus notificaciones y en tu correo.',
  decision: {
    returned: 'Te lo devolvimos: haz el cambio y envíalo otra vez',
    rejected: 'Tu negocio no fue aprobado',
    suspended: 'Tu negocio no está en el sitio por ahora',
    refused: 'Tus últimos cambios no fueron aprobados',
  },
  reason: 'Motivo: {{reason}}',
  writeTo: '¿Tienes preguntas? Escribe a {{email}}',
  done: 'Listo',
  awaitsPayments_one: 'Los clientes todavía no pueden reservar {{count}} servicio en línea',
  awaitsPayments_other: 'Los clientes todavía no pueden reservar {{count}} servicios en línea',
  awaitsPaymentsText:
    'Se paga en línea y todavía no puedes aceptar pagos. Termina la configuración o deja que los clientes paguen en tu local.',
  toPayments: 'Configurar las transferencias',
  toServices: 'Ver servicios',
}
