import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const socialBenefit: Detector = {
  kind: 'SOCIAL_BENEFIT',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('SOCIAL_BENEFIT', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
