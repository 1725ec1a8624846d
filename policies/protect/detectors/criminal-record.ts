import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const criminalRecord: Detector = {
  kind: 'CRIMINAL_RECORD',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('CRIMINAL_RECORD', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
