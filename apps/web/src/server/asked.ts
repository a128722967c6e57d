import type { LoaderFunctionArgs } from 'react-router'
import type { Visit } from './visit'

/** What every loader is given: the request, and whose it is. */
export type Asked = LoaderFunctionArgs<Visit>
