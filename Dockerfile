# syntax=docker/dockerfile:1
# The service as an image: docker build -t ki-kompass .   How to run it: deploy/compose.yaml and docs/betrieb.md.
#
# Node 24: long-term support with security updates until April 2028 (release schedule of the Node.js project, read in
# November 2026). Node 26 is newer, but not all of what the service stands on names it yet. For reproducible images give
# the digest of the base: docker build --build-arg NODE=24-bookworm-slim@sha256:…
ARG NODE=24-bookworm-slim

# Compiler and bundler stay in this stage. No install script of a package is run: none is needed.
FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY policies policies
COPY bot bot
COPY addin addin
RUN npm run build && rm -rf dist/*.tsbuildinfo

# What the service needs while it runs. The local chat client and the browser for tests are left out: the first is under
# terms that do not allow passing it on, the second serves tests alone.
FROM node:${NODE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@microsoft/m365agentsplayground node_modules/@sparticuz

FROM node:${NODE}
ENV NODE_ENV=production \
    KOMPASS_HOST=0.0.0.0 \
    KOMPASS_DATA=/data
WORKDIR /app
# Everything belongs to root and is only read; the service may write to /data and nowhere else. npm is not needed here.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn-* \
  && mkdir /data && chown 1000:1000 /data && chmod 700 /data
COPY package.json LICENSE NOTICE.md ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY policies/packs policies/packs
# Office shows them on its buttons; the service serves them.
COPY manifest/icons manifest/icons
# By number, so that Kubernetes can see it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.KOMPASS_PORT || 3978}/healthz`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/bot/main.js"]
