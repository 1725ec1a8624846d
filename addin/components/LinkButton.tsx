import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { beside } from './beside.js'

type Props = {
  readonly href: string
  readonly children: ReactNode
  readonly look?: 'primary' | 'secondary'
  readonly large?: boolean
}

/** Leads to another page and looks like a button; for the keyboard and a screen reader it is the link it is. */
export function LinkButton({ href, children, look = 'secondary', large = false }: Props) {
  return (
    <Button
      as="a"
      href={href}
      appearance={look}
      size={large ? 'large' : 'medium'}
      className="link-button"
      {...beside(href)}
    >
      {children}
    </Button>
  )
}
