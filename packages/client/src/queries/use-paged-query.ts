import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useApi } from './api-context'

type Page = { nextCursor?: string | undefined }

/** A list that is longer than one response: page by page, as far as one reads. */
export function usePagedQuery<O extends Operation>(
  operation: O,
  input: Input<O>,
  { keepsPrevious = false, everyMs }: { keepsPrevious?: boolean; everyMs?: number | undefined } = {},
) {
  const callApi = useApi()
  return useInfiniteQuery({
    queryKey: [operation.id, input, 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const { query } = input as { query?: object }
      const pageInput = { ...(input as object), query: { ...query, ...(pageParam && { cursor: pageParam }) } }
      return callApi(operation, pageInput as Input<O>, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (last: Output<O>) => (last as Page).nextCursor,
    refetchInterval: everyMs ?? false,
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
  })
}
