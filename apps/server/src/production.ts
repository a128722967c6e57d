import { trustOwnData } from '@buy-locals/service-kit/strip'

// React's development build, which it takes otherwise, renders at half the speed.
process.env['NODE_ENV'] ??= 'production'
if (process.env['NODE_ENV'] === 'production') trustOwnData()
