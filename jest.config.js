export default {
  testEnvironment: 'node',
  // Reading the whole pack takes a second or two on a busy machine.
  testTimeout: 20_000,
  roots: ['<rootDir>/test'],
  testSequencer: '<rootDir>/test/browsers-first.mjs',
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
}
