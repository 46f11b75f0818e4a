import { defineConfig } from 'orval';

export default defineConfig({
  shop: {
    input: '../../openapi.json',
    output: {
      target: 'generated/shop.ts',
      client: 'fetch',
      // In a browser this can go: addresses begin with a slash.
      baseUrl: { runtime: 'process.argv[2]' },
    },
  },
});
