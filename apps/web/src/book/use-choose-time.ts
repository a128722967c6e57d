import { useNavigate, useSearchParams } from 'react-router'

/** Takes another time in the address of the page. */
export function useChooseTime() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  return (start: string) => {
    const next = new URLSearchParams(params)
    next.set('at', start)
    void navigate(`?${next.toString()}`, { replace: true, preventScrollReset: true })
  }
}
