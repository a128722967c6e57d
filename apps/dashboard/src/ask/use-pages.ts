import { useInfiniteQuery } from '@tanstack/react-query'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { ask } from './ask'

type Page = { nextCursor?: string | undefined }

/** A list that is longer than one answer: page by page, as far as one reads. */
export function usePages<O extends Operation>(operation: O, input: Input<O>) {
  return useInfiniteQuery({
    queryKey: [operation.id, input, 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const { query } = input as { query?: object }
      const asked = { ...(input as object), query: { ...query, ...(pageParam && { cursor: pageParam }) } }
      return ask(operation, asked as Input<O>, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (last: Output<O>) => (last as Page).nextCursor,
  })
}
