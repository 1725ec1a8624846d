import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const biometricGenetic: Detector = {
  kind: 'BIOMETRIC_GENETIC',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('BIOMETRIC_GENETIC', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
