import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const sexualOrientation: Detector = {
  kind: 'SEXUAL_ORIENTATION',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('SEXUAL_ORIENTATION', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
