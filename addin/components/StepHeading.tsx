import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  readonly children: ReactNode
  readonly level?: 2 | 3
  /** Whether the focus goes here when it appears: for what comes after a button was pressed. */
  readonly focus?: boolean
  readonly className?: string
}

/** A heading one is led to, so that a screen reader goes on where the page does. */
export function StepHeading({ children, level = 2, focus = true, className }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!focus) return
    heading.current?.scrollIntoView({ block: 'nearest' })
    heading.current?.focus({ preventScroll: true })
  }, [focus])
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Heading ref={heading} tabIndex={-1} className={className}>
      {children}
    </Heading>
  )
}
