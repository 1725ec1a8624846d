import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const ethnicity: Detector = {
  kind: 'ETHNICITY',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('ETHNICITY', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
