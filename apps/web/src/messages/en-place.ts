export const place = {
  description: '{{name}}, {{kind}} in {{city}}: hours, services, prices and reviews. Book a time online.',
  shareAlt: '{{name}}, {{kind}} in {{city}}',
  pickService: 'Choose a service',
}
