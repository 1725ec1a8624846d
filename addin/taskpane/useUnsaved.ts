import { type RefObject, useEffect } from 'react'

/**
 * Closing or reloading the pane ends what is in its fields: nothing is kept anywhere, so the browser asks first. What has been
 * inserted is safe in the document.
 */
export function useUnsaved(desk: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      const fields = desk.current?.querySelectorAll<HTMLTextAreaElement>('textarea') ?? []
      const draft = desk.current?.querySelector('.result-text')?.textContent ?? ''
      if (draft !== '' || Array.from(fields).some(({ value }) => value.trim() !== '')) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [desk])
}
