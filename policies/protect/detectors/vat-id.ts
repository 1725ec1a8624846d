import type { Detector } from '../detector.js'

export const vatId: Detector = {
  kind: 'VAT_ID',
  class: 'D2',
  replaceable: 'identifier',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
