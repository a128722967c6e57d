export const townUrl = () => process.env['JOURNEYS_URL'] ?? ''
