import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type Props = {
  readonly href: string
  readonly children: ReactNode
  readonly look?: 'primary' | 'secondary'
  readonly large?: boolean
  /** Opens beside the page, so that nothing typed here is lost. */
  readonly outside?: boolean
}

/** Leads to another page and looks like a button; for the keyboard and a screen reader it is the link it is. */
export function LinkButton({ href, children, look = 'secondary', large = false, outside = false }: Props) {
  return (
    <Button
      as="a"
      href={href}
      appearance={look}
      size={large ? 'large' : 'medium'}
      className="link-button"
      {...(outside ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {children}
    </Button>
  )
}
