import type { Detector } from '../detector.js'

export const classificationMarking: Detector = {
  kind: 'CLASSIFICATION_MARKING',
  class: 'VS',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
