import { join } from 'node:path'
import { build } from 'vite'

// Prints a script with `office-pane.ts` and all it imports, as a page loads it. A process of its own: the bundler's native
// part does not take objects from the realm tests run in.
const [output] = [
  await build({
    configFile: false,
    logLevel: 'silent',
    root: process.cwd(),
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(process.cwd(), 'test/support/office-pane.ts'), formats: ['iife'], name: 'office' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }),
].flat()
process.stdout.write(output.output[0].code)
