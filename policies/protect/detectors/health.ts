import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const health: Detector = {
  kind: 'HEALTH',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('HEALTH', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
