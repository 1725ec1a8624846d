import type { WriteTexts } from '../../texts/index.js'
import { Icon } from '../Icon.js'

/** Classified, or with a password in it: the text stays where it is, and why. */
export function HeldText({ because, texts }: { because: 'VS' | 'SECRET'; texts: WriteTexts }) {
  return (
    <div className="verdict verdict-held" role="alert">
      <Icon name="held" />
      <div>
        <h3>{texts.held[because]}</h3>
        <p>{texts.heldMore[because]}</p>
      </div>
    </div>
  )
}
