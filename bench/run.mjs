// Measures as the product runs: with React in production, and .tsx loaded as the command loads it.
process.env.NODE_ENV ??= 'production'
await import('../bin/load-tsx.mjs')
await import('./run.ts')
