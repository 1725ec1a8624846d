import type { ReactNode } from 'react'
import { Icon } from './Icon.js'

type Props = {
  readonly look: 'good' | 'note' | 'warning' | 'bad'
  readonly sign: Parameters<typeof Icon>[0]['name']
  readonly children: ReactNode
  /** `alert`: something did not work, and it is said at once. */
  readonly role?: 'alert' | 'status'
}

/** Something set apart, with a sign; the words in it say what it is, the colour only helps. */
export function Notice({ look, sign, children, role }: Props) {
  return (
    <div className={`notice notice-${look}`} role={role}>
      <Icon name={sign} />
      <div>{children}</div>
    </div>
  )
}
