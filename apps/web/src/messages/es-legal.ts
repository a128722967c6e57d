import type { Translation } from '@buy-locals/features/i18n'
import type { legal as english } from './en-legal'

export const legal: Translation<typeof english> = {
  creditsTitle: 'Fuentes de datos',
  creditsLead: 'De dónde vienen los nombres, los lugares y los mapas, y con qué licencia.',
  creditsCorrections:
    'Los registros de datos abiertos pueden estar desactualizados: los lugares pueden haberse mudado o cerrado. Cada uno tiene un enlace para quitarlo.',
  wof: 'Lugares de la colección SimpleGeo, publicada por Who’s On First. CC0 1.0: libre para cualquier uso.',
  geonames: 'Ciudades y códigos postales de GeoNames. CC BY 4.0, modificados por nosotros: seleccionados e indexados.',
  census: 'Límites de estados y condados de la Oficina del Censo de Estados Unidos. Dominio público.',
  naturalEarth: 'Costas y países de Natural Earth. Dominio público.',
  fonts: 'Fraunces y Figtree, con la licencia SIL Open Font License. Íconos de Lucide, con la licencia ISC.',
  drawings: 'Los dibujos de los negocios son nuestros.',
  imprintTitle: 'Aviso legal',
  termsTitle: 'Términos',
  terms: {
    partiesTitle: 'Quién hace qué',
    parties:
      'Buy Locals muestra negocios locales y gestiona las reservas y los pagos entre tú y ellos. El servicio en sí es un contrato entre tú y el negocio.',
    moneyTitle: 'Tu dinero',
    money:
      'Te cobramos cuando reservas y retenemos el pago hasta después de tu visita. Entonces pagamos al negocio, menos la comisión del mercado.',
    cancelTitle: 'Cancelaciones',
    cancel:
      'Se aplica la política de cancelación que ves antes de reservar, aunque el negocio la cambie después. Dice hasta cuándo puedes cancelar gratis y qué se reembolsa después. Si el negocio cancela, recibes un reembolso completo.',
    complaintTitle: 'Si algo sale mal',
    complaint:
      'Repórtalo en la página de tu reserva dentro del plazo de reclamos del mercado. Retenemos el pago hasta que el operador del mercado decida.',
    reviewTitle: 'Reseñas',
    review:
      'Solo pueden opinar los clientes con una reserva completada, una vez por visita. Las reseñas no se venden, no se ocultan por ser malas ni las escribe el negocio.',
  },
  privacyTitle: 'Privacidad',
  privacy: {
    dataTitle: 'Qué guardamos',
    data: 'Tu nombre y correo, tu teléfono si lo das, y tus reservas, mensajes, pagos y reseñas. Los números de tarjeta van al proveedor de pagos y nunca pasan por nosotros. Si aceptas mensajes de texto, la empresa que los entrega recibe tu número y lo que dicen. Si recibes notificaciones push, las empresas que las entregan reciben una dirección de tu teléfono y lo que dicen.',
    sharingTitle: 'Quién lo ve',
    sharing:
      'El negocio en el que reservas ve tu nombre y tus datos de contacto. Todos ven tu nombre de pila en las reseñas que escribes. No vendemos nada de esto.',
    googleMapTitle: 'El mapa de Google',
    googleMap:
      'Los mapas de este sitio son de Google. Cuando se muestra uno, Google recibe tu dirección IP y la parte del mapa que miras, y puede usar sus propias cookies.',
    googleAddressesTitle: 'Direcciones',
    googleAddresses:
      'La dirección que buscas, o que escribes al añadir un negocio, se envía a Google para encontrarla. La enviamos sin tu nombre, tu correo ni tu dirección IP.',
    googlePolicy: 'Política de privacidad de Google',
    cookiesTitle: 'Cookies',
    cookies:
      'Dos que mantienen tu sesión, una que abre la reserva de quien no tiene cuenta y una para el idioma que eliges. Tus búsquedas recientes se quedan solo en este navegador. Sin publicidad, sin seguimiento y sin análisis de terceros.',
    locationTitle: 'Tu ubicación',
    location:
      'Usamos tu ubicación solo cuando lo pides, redondeada a unos 100 metros, y solo para responder a esa búsqueda.',
    copyTitle: 'Una copia de tus datos',
    copy: 'En la página de tu cuenta puedes pedir un archivo con lo que guardamos sobre ti. Te escribimos cuando esté listo y puedes descargarlo durante una semana.',
    erasureTitle: 'Eliminar tus datos',
    erasure:
      'En la página de tu cuenta puedes eliminarla en cualquier momento. Tu nombre, tus datos de contacto y lo que escribiste se eliminan de inmediato, y las reservas próximas se cancelan según sus políticas. Lo que necesitan los calendarios y las cuentas de los negocios se queda sin tu nombre. Si reservaste sin cuenta, abre la reserva desde nuestro correo y elige “Eliminar mis datos”: lo mismo vale para esa reserva.',
  },
}
