import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const unionMembership: Detector = {
  kind: 'UNION_MEMBERSHIP',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('UNION_MEMBERSHIP', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
