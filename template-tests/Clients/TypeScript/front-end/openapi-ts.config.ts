import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: './front-end/openapi.json',
  output: {
    path: 'front-end/ours',
    module: { extension: '.ts' },
  },
});
