import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { FRAME, type Language } from '../texts/index.js'
import { Place } from './useRoute.js'

type Props = {
  readonly title: string
  readonly language: Language
  /** The title is German content of the pack, whatever the language of the page. */
  readonly german?: boolean
  /** A page that is kept while others are shown gets the focus only in sight. */
  readonly shown?: boolean
  /** What kind of page, for its width. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page of the tab: names the window, and takes the focus to its heading once there is something to read. */
export function Page({ title, language, german = false, shown = true, wide = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { moved, hash } = useContext(Place)
  const brand = FRAME[language].brand
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page to go to
  useEffect(() => {
    if (!shown || !moved) return
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [shown, hash])
  useEffect(() => {
    if (shown) document.title = `${title} · ${brand}`
  }, [shown, title, brand])
  return (
    <div className={wide ? 'content content-wide' : 'content'}>
      <h1 ref={heading} tabIndex={-1} {...(german ? { lang: 'de' } : {})}>
        {title}
      </h1>
      {children}
    </div>
  )
}
