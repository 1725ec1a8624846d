import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const religion: Detector = {
  kind: 'RELIGION',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('RELIGION', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
