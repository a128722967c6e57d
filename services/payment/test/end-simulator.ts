import { afterAll } from 'vitest'
import { endStripeOfFile } from './stripe.ts'

afterAll(endStripeOfFile)
