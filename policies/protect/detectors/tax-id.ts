import type { Detector } from '../detector.js'

export const taxId: Detector = {
  kind: 'TAX_ID',
  class: 'D3',
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
