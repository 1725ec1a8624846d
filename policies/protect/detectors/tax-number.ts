import type { Detector } from '../detector.js'

export const taxNumber: Detector = {
  kind: 'TAX_NUMBER',
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
