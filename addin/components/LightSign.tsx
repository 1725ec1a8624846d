import type { Light } from '../../policies/pack/terms.js'
import type { KompassTexts } from '../texts/index.js'
import { Icon } from './Icon.js'

const SIGNS = { erlaubt: 'done', auflagen: 'careful', verboten: 'stop', keine: 'note' } as const

/** The Ampel as word and sign; the colour only helps. */
export function LightSign({ light, texts }: { light: Light; texts: KompassTexts }) {
  return (
    <span className={`light light-${light}`}>
      <Icon name={SIGNS[light]} /> {texts.lights[light]}
    </span>
  )
}
