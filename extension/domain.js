// Plasmo's bundler breaks zod's named exports, so the domain is bundled once by Vite (`npm run build:domain`).
export * from "../shared/dist/domain.js"
