import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: '../openapi.json',
  output: {
    path: 'hey-api/generated',
    // As node reads them; bundlers need none.
    module: { extension: '.ts' },
  },
});
