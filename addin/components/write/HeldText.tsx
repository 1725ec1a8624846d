import type { ReactNode } from 'react'
import type { WriteTexts } from '../../texts/index.js'
import { Icon } from '../Icon.js'

type Props = {
  readonly because: 'VS' | 'SECRET'
  readonly texts: WriteTexts
  /** The ways on there are. */
  readonly children?: ReactNode
}

/** Classified, or with a password in it: the text stays where it is, why, and what can be done. */
export function HeldText({ because, texts, children }: Props) {
  return (
    <div className="verdict verdict-held">
      <Icon name="held" />
      <div>
        <div role="alert">
          <h3>{texts.held[because]}</h3>
          <p>{texts.heldMore[because]}</p>
        </div>
        {children}
      </div>
    </div>
  )
}
